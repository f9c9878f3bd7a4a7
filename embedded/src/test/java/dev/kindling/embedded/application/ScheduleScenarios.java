package dev.kindling.embedded.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kindling.ScheduleSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.SubmittedSchedule;
import dev.kindling.value.Concurrency;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of schedules, wherever Kubeflow's operator keeps them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScheduleScenarios {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final List<SubmittedSchedule> schedules = new ArrayList<>();
    private Stage stage;

    abstract Stage stage(Path folder) throws IOException;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        stage = stage(folder);
    }

    @AfterAll
    void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @AfterEach
    void nothingIsLeft() {
        schedules.forEach(SubmittedSchedule::delete);
        schedules.clear();
    }

    @Test
    void runsAreMadeUntilItIsSuspendedAndAgainOnceItIsResumed() {
        var schedule = submitted(spec("often", "@every 20s"));
        var seen = new TreeSet<String>();
        await().atMost(LIMIT).until(() -> see(schedule, seen).size() >= 2);
        assertThat(schedule.state().name()).isEqualTo("Scheduled");
        assertThat(schedule.state().lastRun())
                .hasValueSatisfying(last -> assertThat(last).isBefore(Instant.now()));

        schedule.suspend();
        var before = Set.copyOf(see(schedule, seen));
        await().during(Duration.ofSeconds(25)).atMost(Duration.ofSeconds(30)).until(() -> see(schedule, seen)
                .equals(before));
        assertThat(schedule.state().suspended()).isTrue();

        schedule.resume();
        await().atMost(LIMIT).until(() -> see(schedule, seen).size() > before.size());
        await().atMost(LIMIT).until(() -> schedule.runs().stream()
                .anyMatch(run -> run.state().name().equals("COMPLETED")));

        schedule.delete();
        assertThat(schedule.runs()).isEmpty();
        assertThat(pods(schedule)).isZero();
        assertThat(Spark.applications(stage.cluster()).schedule(schedule.name()))
                .isEmpty();
    }

    @Test
    void oneThatIsThereIsFoundAndNeverOverwritten() {
        var schedule = submitted(spec("rare", "@yearly").suspended());
        var before = resource(schedule);

        assertThatThrownBy(() -> Spark.schedule(schedule.name(), "@daily", stage.job("other", "count", "10"))
                        .submitTo(stage.cluster()))
                .isInstanceOf(ClusterAccessException.class)
                .hasMessageContaining("one of that name is there")
                .hasMessageContaining("Spark.applications(cluster).schedule(\"" + schedule.name() + "\")");

        assertThat(resource(schedule)).isEqualTo(before);
        var found =
                Spark.applications(stage.cluster()).schedule(schedule.name()).orElseThrow();
        assertThat(found.state().suspended()).isTrue();
        found.delete();
        assertThatThrownBy(schedule::state)
                .isInstanceOf(ClusterAccessException.class)
                .hasMessageContaining("it was deleted");
        schedule.delete();
    }

    /** The secret of the runs is in a Secret of the schedule's own, and nowhere else. */
    @Test
    void theSecretOfItsRunsBelongsToIt() {
        var schedule = submitted(spec("secret", "@yearly").suspended());
        var name = resource(schedule).getMetadata().getAnnotations().get("kindling.dev/rpc-secret");
        var secrets = stage.client().secrets().inNamespace(schedule.namespace());

        assertThat(secrets.withName(name).get().getMetadata().getOwnerReferences())
                .singleElement()
                .matches(owner -> owner.getName().equals(schedule.name()));
        assertThat(String.valueOf(resource(schedule).getAdditionalProperties())).contains(name);
        schedule.delete();
        await().atMost(LIMIT).until(() -> secrets.withName(name).get() == null);
    }

    private ScheduleSpec spec(String what, String cron) {
        var name = what + "-" + UUID.randomUUID().toString().substring(0, 6);
        return Spark.schedule(name, cron, stage.job("any", "count", "10")).concurrency(Concurrency.FORBID);
    }

    private SubmittedSchedule submitted(ScheduleSpec spec) {
        var schedule = spec.submitTo(stage.cluster());
        schedules.add(schedule);
        return schedule;
    }

    /** The operator forgets runs. */
    private static Set<String> see(SubmittedSchedule schedule, Set<String> seen) {
        schedule.runs().stream().map(ListedApplication::name).forEach(seen::add);
        return seen;
    }

    private int pods(SubmittedSchedule schedule) {
        return stage.client()
                .pods()
                .inNamespace(schedule.namespace())
                .withLabel("sparkoperator.k8s.io/scheduled-app-name", schedule.name())
                .list()
                .getItems()
                .size();
    }

    private GenericKubernetesResource resource(SubmittedSchedule schedule) {
        return stage.client()
                .genericKubernetesResources("sparkoperator.k8s.io/v1beta2", "ScheduledSparkApplication")
                .inNamespace(schedule.namespace())
                .withName(schedule.name())
                .get();
    }
}
