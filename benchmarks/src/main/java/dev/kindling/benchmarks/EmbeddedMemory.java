package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.embedded.EmbeddedKubernetes;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.concurrent.TimeUnit;

/** In a JVM of its own with nothing else in it: what API server and kubelet keep in memory. */
final class EmbeddedMemory {

    private static final double MB = 1 << 20;
    private static final long PATIENCE_S = 60;

    private EmbeddedMemory() {}

    /** Reports megabytes of heap and metaspace: before anything, booted, and after a pod, which needs a client, too. */
    public static void main(String[] args) {
        ChildJvm.report(used());
        try (EmbeddedKubernetes kubernetes = EmbeddedKubernetes.start()) {
            ChildJvm.report(used());
            runPod(kubernetes);
            ChildJvm.report(used());
        }
        System.exit(0); // Whatever the client leaves running is not what is measured here.
    }

    private static void runPod(EmbeddedKubernetes kubernetes) {
        Config config = Config.fromKubeconfig(kubernetes.kubeconfig().toFile());
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            var pods = client.pods().inNamespace("default");
            pods.resource(new PodBuilder()
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
                            .build())
                    .create();
            pods.withName("one")
                    .waitUntilCondition(
                            pod -> pod != null
                                    && "Succeeded".equals(pod.getStatus().getPhase()),
                            PATIENCE_S,
                            TimeUnit.SECONDS);
        }
    }

    private static double used() {
        System.gc();
        System.gc(); // What the first left to reference queues.
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                // It includes the compressed class space.
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return (heap + metaspace) / MB;
    }
}
