package dev.kindling.internal.diagnosis.rule;

import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one answer means, from the special to the general: of a run only the first that is found.
 *
 * @param rules the most special first
 */
record FirstOf(List<Rule> rules) implements Rule {

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        var byRun = rules.stream()
                .flatMap(rule -> rule.causes(evidence))
                .collect(
                        Collectors.groupingBy(cause -> cause.account().run(), LinkedHashMap::new, Collectors.toList()));
        return byRun.values().stream().flatMap(FirstOf::first);
    }

    private static Stream<Cause> first(List<Cause> ofRun) {
        var special = ofRun.get(0).account().cause();
        return ofRun.stream().filter(cause -> cause.account().cause().equals(special));
    }
}
