package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ApplicationFacts;
import dev.kindling.internal.diagnosis.evidence.EventFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something is wrong and nothing says why: that is what is said, with what was seen. */
final class UnexplainedRule implements Rule {

    /** A large image takes a minute to pull; nothing else should keep a scheduled pod that long. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return Stream.of(
                        evidence.applications().entrySet().stream()
                                .filter(entry -> !entry.getValue().isWell()
                                        && entry.getValue().hasFailed())
                                .map(entry -> failed(entry.getKey(), entry.getValue(), evidence)),
                        evidence.waitingPods()
                                .filter(pod -> pod.created().plus(PATIENCE).isBefore(evidence.taken()))
                                .map(pod -> stuck(pod, evidence)),
                        FailureText.in(evidence).filter(FailureText::isRefusal).map(UnexplainedRule::refused))
                .flatMap(each -> each)
                .map(account -> new Cause(Finding.Unexplained::new, account));
    }

    private static Account refused(FailureText text) {
        var line = text.text().lines().limit(2).collect(Collectors.joining(" "));
        return Account.probable("not-known", "The API server did not do what it was asked for")
                .run(text.run())
                .seen(text.observed(line))
                .why("not known: no rule knows this answer")
                .write("what the answer names", "");
    }

    private static Account failed(String name, ApplicationFacts application, Evidence evidence) {
        return Account.probable("not-known", "It failed, and what is left of it does not say why")
                .run(name)
                .seen(new Clue(
                        "SparkApplication " + evidence.subject().namespace() + "/" + name,
                        "status " + application.state(),
                        application.message(),
                        null))
                .why("not known: its pods, and their logs, are gone")
                .write("submit it again and keep its logs: .logs(LogKeeping.defaults())", "");
    }

    private static Account stuck(PodFacts pod, Evidence evidence) {
        var seconds = Duration.between(pod.created(), evidence.taken()).toSeconds();
        return Account.probable("not-known", "Pod " + pod.name() + " has not started in " + seconds + " s")
                .run(pod.run())
                .seen(pod.spark().map(pod::observed).stream().toList())
                .seen(evidence.eventsOf(pod)
                        .filter(EventFacts::warning)
                        .map(EventFacts::observed)
                        .limit(3)
                        .toList())
                .why("not known: neither its state nor its events name a problem")
                .write("kubectl describe pod " + pod.name() + " -n " + pod.namespace(), "")
                .mayPass();
    }
}
