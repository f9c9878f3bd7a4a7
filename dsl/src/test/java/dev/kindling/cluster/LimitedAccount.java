package dev.kindling.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
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
        cluster.client()
                .resourceList(objects(cluster))
                .inNamespace(cluster.namespace())
                .create();
    }

    /** What the role allows. */
    static List<PolicyRule> rules(RealCluster cluster) throws IOException {
        return objects(cluster).stream()
                .filter(Role.class::isInstance)
                .flatMap(role -> ((Role) role).getRules().stream())
                .toList();
    }

    private static List<HasMetadata> objects(RealCluster cluster) throws IOException {
        try (InputStream yaml = Files.newInputStream(FILE)) {
            return cluster.client().load(yaml).items();
        }
    }
}
