package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.internal.diagnosis.evidence.Bundle;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Applies all rules. What it says of evidence is the same whether that was just collected or read from a file. */
public final class Doctor {

    /** From what keeps a run from its beginning to what ends it. */
    private static final List<Rule> CAUSES = Stream.<List<Rule>>of(
                    List.of(new OperatorRule()),
                    AdmissionRules.ALL,
                    RbacRules.ALL,
                    List.of(new RemainsRule()),
                    List.of(new LossRule(), new SchedulingRule(), new ImageRule(), new AccountRule(), new MountRule()),
                    List.of(new InitContainerRule(), new ContainerMemoryRule()),
                    ProcessRules.ALL,
                    VersionRules.ALL,
                    ClassPathRules.ALL,
                    S3Rules.ALL,
                    NetworkRules.ALL,
                    MemoryRules.ALL,
                    DiskRules.ALL,
                    List.of(new RepeatedLossRule()),
                    List.of(new SlownessRule()))
            .flatMap(List::stream)
            .toList();

    /** They say that something is wrong and what was seen; only where no rule knows the cause. */
    private static final List<Rule> LAST_RESORTS =
            List.of(new LostExecutorRule(), new ProgramRule(), new ExitCodeRule(), new UnexplainedRule());

    private Doctor() {}

    /** The findings, certain ones first, each cause of a run once. */
    public static Diagnosis examine(Evidence evidence) {
        var bundle = Bundle.write(evidence);
        var shown = Bundle.read("the evidence", bundle);
        var found = new ArrayList<>(known(CAUSES, shown));
        LAST_RESORTS.forEach(rule -> known(List.of(rule), shown).stream()
                .filter(last -> found.stream().noneMatch(cause -> explains(cause, last)))
                .toList()
                .forEach(found::add));
        found.sort(Comparator.comparing((Cause cause) -> !cause.account().isCertain())
                .thenComparing(Cause::inPassing));
        var findings = found.stream().map(Cause::finding).toList();
        return new Diagnosis(shown.subject().toString(), shown.taken(), findings, shown.unread(), bundle);
    }

    private static boolean explains(Cause found, Cause last) {
        return !found.inPassing() && found.account().run().equals(last.account().run());
    }

    private static Collection<Cause> known(List<Rule> rules, Evidence evidence) {
        Map<List<String>, Cause> byName = new LinkedHashMap<>();
        rules.stream()
                .flatMap(rule -> rule.causes(evidence))
                .forEach(cause -> byName.merge(
                        List.of(cause.account().run(), cause.account().cause()), cause, Cause::and));
        return byName.values();
    }
}
