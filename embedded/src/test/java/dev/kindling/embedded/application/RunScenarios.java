package dev.kindling.embedded.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.ApplicationFailedException;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.DriverException;
import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.IdempotencyConflictException;
import dev.kindling.embedded.HealthyRun;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.KeptLog;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.Operator;
import dev.kindling.value.RestartPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of applications, whichever operator runs them and wherever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunScenarios {

    static final Duration LIMIT = Duration.ofMinutes(5);

    private final List<SubmittedApplication> runs = new ArrayList<>();
    private Path folder;
    private Stage stage;

    abstract Stage stage(Path folder) throws IOException;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        stage = stage(folder);
    }

    @AfterAll
    void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        runs.forEach(SubmittedApplication::delete);
        runs.clear();
        try (var files = Files.list(stage.shared())) {
            files.forEach(file -> file.toFile().delete());
        }
    }

    Stage stage() {
        return stage;
    }

    @Test
    void aProgramInJavaSucceedsAndItsLogsOutliveItsPodsAndItsTimeToLive() {
        var run = submitted(stage.job(name("java"), "count", "1000")
                .timeToLive(Duration.ofSeconds(3))
                .logs(kept()));
        looksWell(run, "starting");
        List<String> followed = new CopyOnWriteArrayList<>();
        var following = run.followLog(followed::add);
        List<Finding> problems = new CopyOnWriteArrayList<>();
        var lookingOut = run.followFindings(problems::add);

        run.awaitSuccess(LIMIT);
        following.join();
        lookingOut.join();
        assertThat(problems).isEmpty();
        await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> !run.exists());
        run.cancel();

        assertThat(Spark.applications(stage.cluster()).find(run.name())).isEmpty();
        assertThat(run.await(Duration.ZERO)).isEqualTo(new Outcome.Succeeded());
        assertThat(followed).contains("even numbers: 500");
        assertThat(run.driverLog()).contains("even numbers: 500");
        assertThat(run.logs().kept()).anyMatch(log -> !log.source().isDriver());
        assertThat(run.logs().lostAttempts()).isEmpty();
        assertThat(run.states()).isNotEmpty().last().matches(last -> last.state()
                .isFinal());
    }

    @Test
    void aProgramInPythonSucceeds() throws IOException {
        var run = submitted(stage.python(name("python")).logs(kept()));

        run.awaitSuccess(LIMIT);

        assertThat(run.driverLog()).contains("rows: 1000");
        assertThat(run.events()).isNotNull();
    }

    @Test
    void oneThatFailsTwiceAndThenWorksHasSucceededOnce() {
        var run = submitted(stage.job(name("flaky"), "flaky", stage.shared().toString(), "2")
                .restart(RestartPolicy.onFailure(3).interval(Duration.ofSeconds(1)))
                .logs(kept()));

        assertThat(run.await(LIMIT)).isEqualTo(new Outcome.Succeeded());

        assertThat(run.attempts()).isEqualTo(3);
        assertThat(drivers(run)).extracting(log -> log.source().attempt()).containsExactly(1, 2, 3);
        assertThat(drivers(run)).allMatch(KeptLog::reachedItsEnd);
        assertThat(text(drivers(run).get(0))).contains("attempt 1 fails");
        assertThat(text(drivers(run).get(1))).contains("attempt 2 fails");
        assertThat(text(drivers(run).get(2))).contains("this is attempt 3");
        assertThat(run.states()).filteredOn(change -> change.state().isFinal()).hasSize(1);
    }

    @Test
    void oneThatAlwaysFailsHasFailedWithItsOwnException() {
        var run = submitted(stage.job(name("fails"), "flaky", stage.shared().toString(), "99")
                .restart(RestartPolicy.onFailure(1).interval(Duration.ofSeconds(1)))
                .logs(kept()));

        assertThat(run.await(LIMIT)).asInstanceOf(type(Outcome.Failed.class)).satisfies(failed -> {
            assertThat(failed.attempts()).isEqualTo(2);
            assertThat(failed.exitCode()).hasValue(1);
            assertThat(failed.cause()).get().satisfies(cause -> {
                assertThat(cause.type()).isEqualTo("java.lang.IllegalStateException");
                assertThat(cause.said()).isEqualTo("attempt 2 fails");
                assertThat(cause).hasCauseInstanceOf(DriverException.class);
                assertThat(cause.getCause()).hasMessage("java.io.IOException: no luck yet");
            });
        });
        assertThatThrownBy(() -> run.awaitSuccess(LIMIT))
                .isInstanceOf(ApplicationFailedException.class)
                .hasCauseInstanceOf(DriverException.class);
    }

    @Test
    void oneThatIsCancelledKeepsItsLogs() {
        var run = submitted(stage.job(name("cancelled"), "sleep", "600").logs(kept()));
        awaitSleep(run);

        looksWell(run, "running");
        run.cancel();

        assertThat(run.await(LIMIT)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(run.exists()).isFalse();
        assertThat(run.driverLog()).contains("sleeping");
    }

    @Test
    void oneThatSomebodyDeletesIsGone() {
        var run = submitted(stage.job(name("gone"), "sleep-alone", "600").logs(kept()));
        awaitRunning(run);

        deleteResource(run);

        assertThat(run.await(LIMIT)).asInstanceOf(type(Outcome.Gone.class)).satisfies(gone -> assertThat(
                        gone.lastState().name())
                .isIn("RUNNING", "RunningHealthy", "ResourceReleased"));
    }

    @Test
    void aDriverPodThatSomebodyKillsIsAFailure() {
        var run = submitted(stage.job(name("killed"), "sleep-alone", "600").logs(kept()));
        awaitSleep(run);

        stage.client()
                .pods()
                .inNamespace(run.namespace())
                .withName(drivers(run).get(0).source().pod())
                .withGracePeriod(0)
                .delete();

        assertThat(run.await(LIMIT)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void anotherHandleTakesOverWhatStillExists() {
        var run = submitted(stage.job(name("adopted"), "sleep-alone", "600").logs(LogKeeping.off()));
        awaitRunning(run);

        var adopted = Spark.applications(stage.cluster()).find(run.name()).orElseThrow();
        awaitSleep(adopted);
        var listed =
                Spark.applications(stage.cluster()).list(ApplicationFilter.all().namePrefix(run.name()));

        assertThat(adopted.logs().lostAttempts()).isEmpty();
        assertThat(listed).extracting(ListedApplication::attempts).containsExactly(1);
        adopted.cancel();
        assertThat(run.await(LIMIT)).isInstanceOf(Outcome.Cancelled.class);
    }

    @Test
    void aKeyMakesOneRunOfOneSpec() {
        var spec = stage.job(name("keyed"), "sleep-alone", "600")
                .idempotencyKey("2026-08-01")
                .logs(kept());
        var run = submitted(spec);

        var again = spec.submitTo(stage.cluster());

        assertThat(again.name()).isEqualTo(run.name());
        assertThatThrownBy(() -> spec.arguments("sleep-alone", "601").submitTo(stage.cluster()))
                .isInstanceOf(IdempotencyConflictException.class)
                .hasMessageContaining(run.name());
    }

    @Test
    void aFinishedRunIsNotOverwrittenAndRestartsUnderAnotherName() {
        var spec = stage.job(name("again"), "count", "10").logs(kept());
        var run = submitted(spec);
        run.awaitSuccess(LIMIT);

        looksWell(run, "ended");
        assertThatThrownBy(() -> spec.submitTo(stage.cluster()))
                .isInstanceOf(ClusterAccessException.class)
                .hasMessageContaining(run.state().name())
                .hasMessageContaining(".idempotencyKey(");
        var second = run.restart();
        runs.add(second);

        assertThat(second.name()).isEqualTo(run.name() + "-r2");
        second.awaitSuccess(LIMIT);
        assertThat(run.exists()).isTrue();
    }

    void looksWell(SubmittedApplication run, String phase) {
        HealthyRun.seen(stage + "-" + phase, run.diagnose());
    }

    SubmittedApplication submitted(ApplicationSpec spec) {
        var run = spec.submitTo(stage.cluster());
        runs.add(run);
        return run;
    }

    private static void awaitRunning(SubmittedApplication run) {
        await().atMost(LIMIT)
                .until(() -> run.state().name().equalsIgnoreCase("running")
                        || run.state().name().equals("RunningHealthy"));
    }

    void awaitSleep(SubmittedApplication run) {
        var asleep = new CompletableFuture<Void>();
        run.followLog(line -> {
            if (line.equals("sleeping")) {
                asleep.complete(null);
            }
        });
        await().atMost(LIMIT).until(asleep::isDone);
    }

    private void deleteResource(SubmittedApplication run) {
        var operator = stage.cluster().operator().orElseThrow();
        stage.client()
                .genericKubernetesResources(
                        operator.equals(Operator.kubeflow()) ? "sparkoperator.k8s.io/v1beta2" : "spark.apache.org/v1",
                        "SparkApplication")
                .inNamespace(run.namespace())
                .withName(run.name())
                .delete();
    }

    LogKeeping kept() {
        return LogKeeping.defaults().folder(folder.resolve("logs"));
    }

    static String name(String what) {
        return what + "-" + UUID.randomUUID().toString().substring(0, 6);
    }

    static List<KeptLog> drivers(SubmittedApplication run) {
        return run.logs().kept().stream().filter(log -> log.source().isDriver()).toList();
    }

    static String text(KeptLog log) {
        try (var lines = log.lines()) {
            return String.join("\n", lines.toList());
        }
    }
}
