package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.PreflightFailedException;
import dev.kindling.run.Outcome;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Applications on a real cluster, with Kubeflow's operator where it is installed. */
@Tag("cluster")
class ApplicationClusterIT {

    /** Where the operator looks for applications and its chart makes the driver's account. */
    private static final KubernetesCluster WATCHED =
            KubernetesCluster.current().namespace("default").serviceAccount("spark");

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @Test
    void aMissingOperatorIsNamed() {
        onlyIf(!operatorIsInstalled(), "Kubeflow's operator is installed");

        var error = catchThrowableOfType(PreflightFailedException.class, () -> pi("pi").submitTo(CLUSTER.target()));

        assertThat(error.preflight().problems().get(0).change().code())
                .contains("install the Kubeflow Spark operator", "sparkapplications.sparkoperator.k8s.io");
    }

    @Test
    void runsPythonAndDeliversItsLog() {
        onlyIf(operatorIsInstalled(), "Kubeflow's operator is not installed");
        List<String> log = new CopyOnWriteArrayList<>();

        var run = pi("pi-" + UUID.randomUUID().toString().substring(0, 8)).submitTo(WATCHED);
        try {
            var followed = run.followLog(log::add);
            assertThat(run.await(Duration.ofMinutes(5))).isEqualTo(new Outcome.Succeeded());
            followed.join();
            assertThat(log).anyMatch(line -> line.startsWith("Pi is roughly 3."));
            assertThat(run.state().name()).isEqualTo("COMPLETED");
        } finally {
            run.delete();
        }
        assertThat(CLUSTER.client().pods().inNamespace("default").list().getItems())
                .noneMatch(pod -> pod.getMetadata().getName().startsWith(run.name()));
    }

    private static boolean operatorIsInstalled() {
        return CLUSTER.client()
                        .apiextensions()
                        .v1()
                        .customResourceDefinitions()
                        .withName("sparkapplications.sparkoperator.k8s.io")
                        .get()
                != null;
    }

    private static void onlyIf(boolean condition, String otherwise) {
        if (!condition) {
            System.err.println("SKIPPED: a test of applications: " + otherwise);
            abort(otherwise);
        }
    }

    private static ApplicationSpec pi(String name) {
        return Spark.application(name)
                .image(RealCluster.IMAGE)
                .jar("local:///opt/spark/examples/src/main/python/pi.py")
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m"))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }
}
