package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.ChildJvm;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.util.concurrent.TimeUnit;

/** In a JVM of its own, as a client's memory is not the server's: runs a pod to its end. */
final class OnePod {

    private static final long PATIENCE_S = 60;

    private OnePod() {}

    /** Argument: a kubeconfig. Reports the pod's exit code. */
    public static void main(String[] args) {
        Config config = Config.fromKubeconfig(new File(args[0]));
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            var pods = client.pods().inNamespace("default");
            pods.resource(pod()).create();
            Pod ended = pods.withName("one")
                    .waitUntilCondition(
                            pod -> pod != null
                                    && "Succeeded".equals(pod.getStatus().getPhase()),
                            PATIENCE_S,
                            TimeUnit.SECONDS);
            ChildJvm.report(ended.getStatus()
                    .getContainerStatuses()
                    .get(0)
                    .getState()
                    .getTerminated()
                    .getExitCode());
        }
        System.exit(0); // Whatever the client leaves running.
    }

    private static Pod pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withName("one")
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .addNewContainer()
                .withName("one")
                .withImage("kindling/spark:4.1.1")
                .withCommand("sh", "-c", "echo one")
                .endContainer()
                .endSpec()
                .build();
    }
}
