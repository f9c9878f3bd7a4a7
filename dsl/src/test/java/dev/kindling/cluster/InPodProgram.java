package dev.kindling.cluster;

import dev.kindling.Spark;
import dev.kindling.run.RunningSession;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.ExecutorPlan;
import java.util.concurrent.CountDownLatch;

/** A service's driver as it runs in a pod: says in its log what it found. Arguments: image, {@code stay} or {@code end}. */
public final class InPodProgram {

    static final String SAYS = "in-pod: ";

    private InPodProgram() {}

    /** The program. */
    public static void main(String[] arguments) throws InterruptedException {
        var spec = Spark.session("in-pod")
                .image(arguments[0])
                .executors(ExecutorPlan.of(2).memory("512m").cpuRequest("100m"));
        try (RunningSession session = spec.startOn(KubernetesCluster.current(), line -> say("progress " + line))) {
            say("driver.host "
                    + session.settings().get("spark.driver.host").orElseThrow().value());
            say("owner "
                    + session.settings()
                            .get("spark.kubernetes.driver.pod.name")
                            .map(pod -> pod.value())
                            .orElse("none"));
            say("count " + session.spark().range(1_000).filter("id % 7 = 0").count());
            if (arguments[1].equals("stay")) {
                new CountDownLatch(1).await();
            }
        }
        say("closed");
    }

    private static void say(String what) {
        System.out.println(SAYS + what);
    }
}
