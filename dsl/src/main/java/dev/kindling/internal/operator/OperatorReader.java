package dev.kindling.internal.operator;

import dev.kindling.internal.diagnosis.evidence.OperatorFacts;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** Operators as evidence: by their deployments, which an ordinary user may not see. */
public final class OperatorReader {

    private static final String LABEL = "app.kubernetes.io/name";

    private OperatorReader() {}

    /**
     * Asks once, and once more where an operator's namespaces are in a config map.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException if the user may not look
     */
    public static OperatorFacts read(KubernetesClient client, Dialect dialect) {
        var deployments =
                client
                        .apps()
                        .deployments()
                        .inAnyNamespace()
                        .withLabel(LABEL, dialect.deployment())
                        .list()
                        .getItems()
                        .stream()
                        .map(found -> deployment(client, found))
                        .toList();
        return new OperatorFacts(dialect.product(), LABEL + "=" + dialect.deployment(), deployments);
    }

    private static OperatorFacts.Deployment deployment(KubernetesClient client, Deployment found) {
        var place =
                found.getMetadata().getNamespace() + "/" + found.getMetadata().getName();
        var watched = WatchedNamespaces.of(client, found);
        return new OperatorFacts.Deployment(
                place,
                isReady(found),
                watched.map(WatchedNamespaces::names).orElse(List.of()),
                watched.map(WatchedNamespaces::seen).orElse(null));
    }

    private static boolean isReady(Deployment deployment) {
        var ready = deployment.getStatus().getReadyReplicas();
        return ready != null && ready > 0;
    }
}
