package dev.kindling.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The service account, role and binding of {@code docs/rbac.yaml}, as a user applies them. */
final class LimitedAccount {

    static final String NAME = "kindling";

    private static final Path FILE = Path.of("..", "docs", "rbac.yaml");

    private LimitedAccount() {}

    static void apply(RealCluster cluster) throws IOException {
        KubernetesClient client = cluster.client();
        try (InputStream yaml = Files.newInputStream(FILE)) {
            List<HasMetadata> objects = client.load(yaml).items();
            client.resourceList(objects).inNamespace(cluster.namespace()).create();
        }
    }
}
