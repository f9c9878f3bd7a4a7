package dev.kindling.cluster;

import dev.kindling.Spark;
import dev.kindling.run.RunningSession;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.ExecutorPlan;
import java.util.concurrent.CompletableFuture;

/** A program that is ended from outside, in the middle of its start or of a job. Arguments: image, namespace. */
public final class InterruptedProgram {

    static final String IN_MID_START = "starting Spark";
    static final String IN_MID_JOB = "in mid-job";

    private InterruptedProgram() {}

    /** The program. */
    public static void main(String[] arguments) throws InterruptedException {
        RunningSession session = Spark.session("interrupted")
                .image(arguments[0])
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"))
                .startOn(KubernetesCluster.current().namespace(arguments[1]), System.out::println);
        var slow = session.spark().range(0, 100, 1, 100).selectExpr("reflect('java.lang.Thread', 'sleep', 1000L)");
        CompletableFuture<?> job = CompletableFuture.runAsync(() -> slow.collectAsList());
        while (session.progress().stages().stream().noneMatch(stage -> stage.tasksRunning() > 0)) {
            Thread.sleep(100);
        }
        System.out.println(IN_MID_JOB);
        job.join();
    }
}
