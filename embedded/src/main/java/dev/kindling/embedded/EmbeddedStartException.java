package dev.kindling.embedded;

import dev.kindling.diagnosis.KindlingException;
import org.jspecify.annotations.Nullable;

/**
 * The embedded Kubernetes could not be started on this machine; the message says why and what to do instead.
 *
 * <pre>{@code
 * try (var kubernetes = EmbeddedKubernetes.start()) {
 *     System.out.println(kubernetes.kubeconfig());
 * } catch (EmbeddedStartException e) {
 *     System.err.println(e.getMessage());
 * }
 * }</pre>
 */
public final class EmbeddedStartException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private EmbeddedStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static EmbeddedStartException windows(String system) {
        return new EmbeddedStartException(
                "The embedded Kubernetes does not run on " + system + ": its pods are processes of a Unix system, with "
                        + "addresses of their own. Run this program inside WSL (wsl --install), or use a real cluster: "
                        + "KubernetesCluster.current()",
                null);
    }

    static EmbeddedStartException failed(EmbeddedOptions options, RuntimeException cause) {
        return new EmbeddedStartException(
                "The embedded Kubernetes could not be started with " + options + ": " + cause.getMessage(), cause);
    }
}
