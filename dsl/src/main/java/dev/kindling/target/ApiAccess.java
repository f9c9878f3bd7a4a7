package dev.kindling.target;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the API server is reached. Immutable; {@code toString} shows no credential.
 *
 * <pre>{@code
 * ApiAccess access = KubernetesCluster.context("staging").access();
 * }</pre>
 */
public sealed interface ApiAccess {
    /** What the machine says: in a pod its service account, else the kubeconfig's current context. */
    record CurrentContext() implements ApiAccess {}

    /** A context of the usual kubeconfig ({@code KUBECONFIG}, else {@code ~/.kube/config}). */
    record Context(String name) implements ApiAccess {}

    /** A kubeconfig file, and one of its contexts; default: its current one. */
    record KubeconfigFile(Path path, Optional<String> context) implements ApiAccess {}

    /** An address, reached without the kubeconfig's credentials. */
    record Url(URI uri) implements ApiAccess {}

    /** The caller's client: used, never closed. */
    record UserClient(KubernetesClient client) implements ApiAccess {
        /** Only the address: the client's configuration holds credentials. */
        @Override
        public String toString() {
            return "UserClient[" + client.getMasterUrl() + "]";
        }
    }
}
