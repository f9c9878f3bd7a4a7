package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.internal.diagnosis.evidence.OperatorFacts;
import java.util.Objects;
import java.util.Optional;

/** Why an operator does not look at a namespace, before a run is submitted and after. */
public final class OperatorCauses {

    private OperatorCauses() {}

    /** Empty if it runs, and watches the namespace as far as can be told. */
    public static Optional<Account> of(OperatorFacts operator, String namespace) {
        if (operator.deployments().isEmpty()) {
            return Optional.of(absent(operator));
        }
        if (operator.isDown()) {
            return Optional.of(down(operator));
        }
        return operator.passesOver(namespace) ? Optional.of(notWatching(operator, namespace)) : Optional.empty();
    }

    /** It may have been installed by other means than its chart. */
    private static Account absent(OperatorFacts operator) {
        return Account.probable("operator-absent", "There is no " + operator.product() + " in this cluster")
                .seen(new Clue("Deployments of all namespaces", operator.label(), "none", null))
                .why("the cluster knows this kind of resource, but nobody is there to act on it")
                .write("install the " + operator.product() + ", or do without: cluster.operator(Operator.none())", "");
    }

    private static Account down(OperatorFacts operator) {
        var place = operator.deployments().get(0).place();
        return Account.probable("operator-down", "The " + operator.product() + " does not run")
                .seen(new Clue("Deployment " + place, "status.readyReplicas", "0", null))
                .why("nobody works on applications until it runs again")
                .write("kubectl describe deployment of " + place, "")
                .mayPass();
    }

    private static Account notWatching(OperatorFacts operator, String namespace) {
        var told = operator.deployments().stream()
                .map(OperatorFacts.Deployment::told)
                .filter(Objects::nonNull)
                .toList();
        return Account.probable("operator-not-watching", "No operator looks at applications of namespace " + namespace)
                .seen(told)
                .why("the " + operator.product() + " was told to watch other namespaces only")
                .write(
                        "cluster.namespace(\"..\") with one that it watches, or .operator(Operator.none()) to do without",
                        key(operator.product()));
    }

    static String key(String product) {
        return product.startsWith("Kubeflow")
                ? "Helm value spark.jobNamespaces"
                : "spark.kubernetes.operator.watchedNamespaces";
    }
}
