package dev.kindling.internal.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ContainerResource;
import java.io.IOException;
import java.io.InputStream;

/** The log of one container of a pod: a pod with a sidecar has several, and the API server does not choose. */
public record ContainerLog(KubernetesClient client, String namespace, String pod, String container) {

    /** A line may be of any length. */
    private static final int BYTES = 64 * 1024;

    /**
     * Its last lines, and of those what is in the last 64 KiB.
     *
     * @throws KubernetesClientException if it is gone or may not be read
     */
    public String end(int lines) {
        var tail = new LogTail(BYTES);
        try (InputStream log = resource().tailingLines(lines).getLogInputStream()) {
            log.transferTo(tail);
        } catch (IOException e) {
            throw new KubernetesClientException("the log of " + pod + " was cut off", e);
        }
        return tail.text();
    }

    private ContainerResource resource() {
        var all = client.pods().inNamespace(namespace).withName(pod);
        return container.isEmpty() ? all : all.inContainer(container);
    }
}
