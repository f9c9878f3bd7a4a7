package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ApplicationFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.OperatorFacts;
import java.time.Duration;
import java.util.stream.Stream;

/** No operator works on the custom resource. */
final class OperatorRule implements Rule {

    private static final Duration PATIENCE_ONCE_SEEN = Duration.ofMinutes(3);

    @Override
    public Stream<Cause> causes(Evidence evidence) {
        return evidence.untouched(Evidence.PATIENCE_WITH_OPERATORS)
                .filter(entry -> isForgotten(entry.getKey(), entry.getValue(), evidence))
                .map(entry -> new Cause(Finding.NotPickedUp::new, account(entry.getKey(), entry.getValue(), evidence)));
    }

    private static boolean isForgotten(String name, ApplicationFacts application, Evidence evidence) {
        var seen = evidence.events().stream().anyMatch(event -> event.object().equals("SparkApplication/" + name));
        return !seen || application.created().plus(PATIENCE_ONCE_SEEN).isBefore(evidence.taken());
    }

    private static Account account(String name, ApplicationFacts application, Evidence evidence) {
        var namespace = evidence.subject().namespace();
        var account = evidence.operators().stream()
                .filter(operator -> operator.product().equals(application.operator()))
                .findFirst()
                .map(operator -> OperatorCauses.of(operator, namespace).orElseGet(() -> idle(operator, name)))
                .orElseGet(() -> unseen(application, namespace, name));
        var age = Duration.between(application.created(), evidence.taken()).toSeconds();
        var status = new Clue(
                "SparkApplication " + namespace + "/" + name,
                "status",
                "is empty after " + age + " s",
                application.created());
        return account.run(name).seen(status);
    }

    private static Account unseen(ApplicationFacts application, String namespace, String name) {
        return Account.probable("operator-not-watching", "No operator has looked at " + name)
                .why("the " + application.operator() + " does not run, or does not watch namespace " + namespace
                        + "; which of the two can't be seen from here")
                .write(
                        "cluster.namespace(\"..\") with one that it watches, or .operator(Operator.none()) to do without",
                        OperatorCauses.key(application.operator()));
    }

    private static Account idle(OperatorFacts operator, String name) {
        var place = operator.deployments().get(0).place();
        return Account.probable("not-picked-up", "The " + operator.product() + " runs, but has not looked at " + name)
                .seen(new Clue("Deployment " + place, "status.readyReplicas", "at least 1", null))
                .why("not known: it may be busy with others, or lack a right; its log says which")
                .write("kubectl logs of the deployment " + place, "")
                .mayPass();
    }
}
