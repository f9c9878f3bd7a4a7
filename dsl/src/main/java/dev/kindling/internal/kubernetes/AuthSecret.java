package dev.kindling.internal.kubernetes;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.SecretList;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The secret that driver and executors authenticate each other with, as a Kubernetes Secret that pod specs only refer
 * to.
 *
 * <p>Spark's own way puts it into the executors' environment in plain text. With a secret file on the driver's side
 * Spark leaves that out, and executors take the value from the environment variable {@code _SPARK_AUTH_SECRET}, here a
 * reference to this Secret. Spark encodes the bytes of a secret file in base64 before it uses them, so that encoding
 * is what the Secret holds.
 */
public final class AuthSecret {

    /** The key within the Secret. */
    public static final String KEY = "rpc";

    private static final int BYTES = 32;

    private final String name;
    private final String fileContent;

    private AuthSecret(String name, String fileContent) {
        this.name = name;
        this.fileContent = fileContent;
    }

    /** A new random secret for the run with the given unique prefix. */
    public static AuthSecret random(String runPrefix) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        // Text, so that the file survives any editor or encoding.
        return new AuthSecret(
                runPrefix + "-rpc", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The Secret's name. */
    public String name() {
        return name;
    }

    /** What the driver's secret file holds. */
    public String fileContent() {
        return fileContent;
    }

    /** Creates the Secret, owned by the driver's pod where there is one. */
    public void create(ClusterClient cluster, String applicationId, Optional<Pod> owner) {
        secrets(cluster).resource(secret(applicationId, owner)).create();
    }

    /** Removes the Secret; it may be gone already. */
    public void delete(ClusterClient cluster) {
        secrets(cluster).withName(name).delete();
    }

    private NonNamespaceOperation<Secret, SecretList, Resource<Secret>> secrets(ClusterClient cluster) {
        return cluster.client().secrets().inNamespace(cluster.namespace());
    }

    private Secret secret(String applicationId, Optional<Pod> owner) {
        String value = Base64.getEncoder().encodeToString(fileContent.getBytes(StandardCharsets.UTF_8));
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("spark-app-selector", applicationId)
                .addToLabels("app.kubernetes.io/managed-by", "kindling")
                .withOwnerReferences(
                        owner.map(AuthSecret::reference).map(List::of).orElse(List.of()))
                .endMetadata()
                .withImmutable(true)
                .addToStringData(KEY, value)
                .build();
    }

    /** The pod as an owner. */
    public static OwnerReference reference(Pod pod) {
        return new OwnerReferenceBuilder()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName(pod.getMetadata().getName())
                .withUid(pod.getMetadata().getUid())
                .build();
    }

    @Override
    public String toString() {
        return "AuthSecret[" + name + "]";
    }
}
