package dev.kindling.embedded.application;

import dev.kindling.Spark;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that submits an application, sees it run and ends, as on Ctrl-C. */
final class LeavingJvm {

    static final int EXIT_CODE = 3;

    private LeavingJvm() {}

    /** Arguments: kubeconfig, image, jar. */
    public static void main(String[] arguments) throws InterruptedException {
        var running = new CountDownLatch(1);
        Spark.application("left")
                .image(arguments[1])
                .mainClass(TestJob.class.getName())
                .jar("local://" + arguments[2])
                .arguments("sleep", "600")
                .driver(DriverPlan.defaults().memory("512m"))
                .executors(ExecutorPlan.of(1).memory("512m"))
                .submitTo(KubernetesCluster.kubeconfig(Path.of(arguments[0])))
                .deleteOnExit()
                .followLog(line -> {
                    if (line.equals("sleeping")) {
                        running.countDown();
                    }
                });
        running.await();
        System.exit(EXIT_CODE);
    }
}
