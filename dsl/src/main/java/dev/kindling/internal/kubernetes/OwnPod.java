package dev.kindling.internal.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The pod that this JVM runs in, if it runs in one of the target's pods and may read it. */
final class OwnPod {

    private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private OwnPod() {}

    /** Whether this JVM runs in some pod, of whatever cluster. */
    static boolean inSomePod(Map<String, String> environment) {
        return environment.containsKey("KUBERNETES_SERVICE_HOST") && Files.exists(SERVICE_ACCOUNT.resolve("namespace"));
    }

    /**
     * The pod itself, only if the API server knows one by this host name that has an address of ours: a kubeconfig in
     * a pod may point to quite another cluster, where a pod of the same name would be the wrong owner.
     */
    static Optional<Pod> find(KubernetesClient client, String namespace, Map<String, String> environment) {
        String name = environment.getOrDefault("POD_NAME", environment.getOrDefault("HOSTNAME", ""));
        if (!inSomePod(environment) || name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                            client.pods().inNamespace(namespace).withName(name).get())
                    .filter(pod -> pod.getStatus() != null
                            && LocalNetwork.isOwn(pod.getStatus().getPodIP()));
        } catch (KubernetesClientException e) {
            return Optional.empty(); // No right to read pods: no owner then, and settings() says so.
        }
    }
}
