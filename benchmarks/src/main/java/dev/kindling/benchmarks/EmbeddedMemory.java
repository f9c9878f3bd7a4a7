package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.embedded.EmbeddedKubernetes;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;

/** In a JVM of its own with nothing else in it: what API server and kubelet keep in memory. */
final class EmbeddedMemory {

    private static final double MB = 1 << 20;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private EmbeddedMemory() {}

    /** Reports megabytes of heap and metaspace: before anything, booted, and after a pod. */
    public static void main(String[] args) throws Exception {
        ChildJvm.report(used());
        try (EmbeddedKubernetes kubernetes = EmbeddedKubernetes.start()) {
            ChildJvm.report(used());
            ChildJvm.of(OnePod.class, LIMIT).run(kubernetes.kubeconfig().toString());
            ChildJvm.report(used());
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
