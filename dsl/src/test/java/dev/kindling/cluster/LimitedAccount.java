package dev.kindling.cluster;

import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The service accounts, roles and bindings of {@code docs/rbac*.yaml}, as a user applies them. */
final class LimitedAccount {

    /** Of {@code rbac.yaml}: who runs drivers. */
    static final String NAME = "kindling";

    /** Of {@code rbac-applications.yaml}: who submits to an operator. */
    static final String OF_APPLICATIONS = "kindling-applications";

    /** Of {@code rbac-no-operator.yaml}: who makes drivers' pods. */
    static final String WITHOUT_OPERATOR = "kindling-submitter";

    /** Of {@code rbac-no-operator.yaml}: as whom drivers run. */
    static final String OF_DRIVERS = "kindling-driver";

    private LimitedAccount() {}

    static void apply(RealCluster cluster) throws IOException {
        apply(cluster, "rbac.yaml");
    }

    /** @param file in the folder of documents */
    static void apply(RealCluster cluster, String file) throws IOException {
        cluster.client()
                .resourceList(objects(cluster, file))
                .inNamespace(cluster.namespace())
                .create();
    }

    /** The cluster as this account, and nobody else, sees it. */
    static KubernetesCluster target(RealCluster cluster, String account, Path folder) throws IOException {
        var kubeconfig = Kubeconfig.of(cluster).token(ServiceAccounts.token(cluster, account));
        return KubernetesCluster.kubeconfig(kubeconfig.write(folder)).namespace(cluster.namespace());
    }

    private static List<HasMetadata> objects(RealCluster cluster, String file) throws IOException {
        try (InputStream yaml = Files.newInputStream(Path.of("..", "docs", file))) {
            return cluster.client().load(yaml).items();
        }
    }
}
