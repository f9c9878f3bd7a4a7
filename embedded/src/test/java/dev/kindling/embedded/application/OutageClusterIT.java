package dev.kindling.embedded.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.run.LogKeeping;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.Operator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs whose operator or API server goes away and comes back. Skipped, unless the tester gives the command that restarts
 * the API server ({@code -Dkindling.cluster.outage=COMMAND}).
 */
@Tag("cluster")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageClusterIT {

    private static final Duration LIMIT = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    enum Real {
        KUBEFLOW(Operator.kubeflow(), "default", "spark-operator"),
        APACHE(Operator.apache(), "apache", "apache-operator");

        private final Operator operator;
        private final String namespace;
        private final String itsOwn;

        Real(Operator operator, String namespace, String itsOwn) {
            this.operator = operator;
            this.namespace = namespace;
            this.itsOwn = itsOwn;
        }
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource
    void anOperatorThatIsKilledGoesOnWhereItWas(Real real) throws Exception {
        outage();
        try (var stage = new ClusterStage(real.operator, real.namespace, folder)) {
            endsWell(stage, () -> stage.client()
                    .pods()
                    .inNamespace(real.itsOwn)
                    .withGracePeriod(0)
                    .delete());
        }
    }

    /** Last, as the cluster's DNS knows no new service for some time after it. */
    @Order(2)
    @Test
    void anApiServerThatRestartsCostsNoLineOfTheLog() throws Exception {
        var command = outage();
        try (var stage = new ClusterStage(Operator.kubeflow(), "default", folder)) {
            endsWell(stage, () -> run(command));
        }
    }

    /** What restarts the API server. Nobody's cluster is broken without being asked. */
    private static String outage() {
        var command = System.getProperty("kindling.cluster.outage", "");
        if (command.isEmpty()) {
            System.err.println("SKIPPED: outages: no -Dkindling.cluster.outage=COMMAND, which restarts the API server");
            abort("no outage was asked for");
        }
        return command;
    }

    private void endsWell(Stage stage, Runnable outage) throws Exception {
        var run = stage.job(RunScenarios.name("outage"), "sleep", "40")
                .logs(LogKeeping.defaults().folder(folder.resolve("logs")))
                .submitTo(stage.cluster());
        try {
            awaitSleep(run);

            outage.run();

            assertThat(run.await(LIMIT)).isEqualTo(new Outcome.Succeeded());
            var lines = run.driverLog().lines().toList();
            assertThat(lines).containsOnlyOnce("sleeping", "awake");
            assertThat(RunScenarios.drivers(run)).hasSize(1).allMatch(log -> log.reachedItsEnd());
        } finally {
            run.delete();
        }
    }

    private static void awaitSleep(SubmittedApplication run) throws Exception {
        var asleep = new CompletableFuture<Void>();
        run.followLog(line -> {
            if (line.equals("sleeping")) {
                asleep.complete(null);
            }
        });
        asleep.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static void run(String command) {
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                fail(command + " did not bring the API server back");
            }
        } catch (IOException e) {
            fail(command + " can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted", e);
        }
    }
}
