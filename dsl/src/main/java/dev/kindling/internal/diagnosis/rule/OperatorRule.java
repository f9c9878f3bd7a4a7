package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ApplicationFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import java.time.Duration;
import java.util.stream.Stream;

/** No operator works on the custom resource. */
final class OperatorRule implements Rule {

    /** Operators look at a new resource at once, but three drivers made at a time keep Kubeflow's busy for 30 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PATIENCE_ONCE_SEEN = Duration.ofMinutes(3);

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.applications().entrySet().stream()
                .filter(entry -> isForgotten(entry.getKey(), entry.getValue(), evidence))
                .map(entry -> new Cause(Finding.NotPickedUp::new, account(entry.getKey(), entry.getValue(), evidence)));
    }

    private static boolean isForgotten(String name, ApplicationFacts application, Evidence evidence) {
        var seen = evidence.events().stream().anyMatch(event -> event.object().equals("SparkApplication/" + name));
        var patience = seen ? PATIENCE_ONCE_SEEN : PATIENCE;
        return application.state().isEmpty()
                && application.created().plus(patience).isBefore(evidence.taken())
                && evidence.pods().stream().noneMatch(pod -> pod.run().equals(name));
    }

    private static Account account(String name, ApplicationFacts application, Evidence evidence) {
        var namespace = evidence.subject().namespace();
        var age = Duration.between(application.created(), evidence.taken()).toSeconds();
        return Account.probable("operator-not-watching", "No operator has looked at " + name + " in " + age + " s")
                .run(name)
                .seen(new Clue(
                        "SparkApplication " + namespace + "/" + name, "status", "is empty", application.created()))
                .why("the " + application.operator() + " does not run, or does not watch namespace " + namespace
                        + "; which of the two can't be seen from here")
                .write(
                        "cluster.namespace(\"..\") with one that it watches, or .operator(Operator.none()) to do without",
                        application.operator().startsWith("Kubeflow")
                                ? "Helm value spark.jobNamespaces"
                                : "spark.kubernetes.operator.watchedNamespaces");
    }
}
