package dev.kindling.embedded.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.SubmissionsFailedException;
import dev.kindling.diagnosis.SubmissionsFailedException.Failure;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.FaultyWay;
import dev.kindling.embedded.FaultyWay.Fault;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.KubernetesCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** API servers that are busy or cannot be heard, and several at once. Nothing runs: all applications are suspended. */
@Tag("embedded")
class FaultyWaysIT {

    private static final Predicate<String> CREATES =
            line -> line.startsWith("POST ") && line.contains("/sparkapplications") && !line.contains("dryRun");

    private static EmbeddedKubernetes kubernetes;

    @TempDir
    private Path folder;

    private final List<SubmittedApplication> runs = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        runs.forEach(SubmittedApplication::delete);
    }

    @BeforeAll
    static void start() {
        kubernetes = EmbeddedKubernetes.start();
    }

    @AfterAll
    static void stop() {
        kubernetes.close();
    }

    @Test
    void aCreateWhoseAnswerIsLostIsTakenForOurs() throws Exception {
        try (var way = FaultyWay.to(kubernetes, CREATES, Fault.LOST_ANSWER, 1)) {
            var run = submitted("lost", way.cluster(kubernetes, folder));

            assertThat(way.left()).isZero();
            assertThat(run.exists()).isTrue();
            assertThat(names(kubernetes.cluster())).containsExactly("lost");
        }
    }

    @Test
    void aQuestionWhoseAnswerIsLostIsAskedAgain() throws Exception {
        Predicate<String> gets = line -> line.startsWith("GET ") && line.contains("/sparkapplications/asked ");
        var run = submitted("asked", kubernetes.cluster());
        try (var way = FaultyWay.to(kubernetes, gets, Fault.LOST_ANSWER, 1)) {
            var found = Spark.applications(way.cluster(kubernetes, folder)).find(run.name());

            assertThat(way.left()).isZero();
            assertThat(found).isPresent();
            found.orElseThrow().delete();
        }
    }

    @Test
    void aBusyServerIsAskedAgainWhenItSays() throws Exception {
        try (var way = FaultyWay.to(kubernetes, CREATES, Fault.BUSY, 2)) {
            var begin = System.nanoTime();
            submitted("busy", way.cluster(kubernetes, folder));

            assertThat(way.left()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(2));
            assertThat(names(kubernetes.cluster())).containsExactly("busy");
        }
    }

    @Test
    void theSameNameInTwoClustersIsTwoApplications() {
        try (var other = EmbeddedKubernetes.start()) {
            var here = submitted("twin", kubernetes.cluster());
            var there = submitted("twin", other.cluster());

            here.cancel();

            assertThat(here.await(Duration.ofMinutes(1))).isInstanceOf(Outcome.Cancelled.class);
            assertThat(there.await(Duration.ZERO)).isInstanceOf(Outcome.TimedOut.class);
            assertThat(names(kubernetes.cluster())).isEmpty();
            assertThat(names(other.cluster())).containsExactly("twin");
            runs.remove(there);
            there.delete();
            assertThat(there.await(Duration.ofMinutes(1))).isInstanceOf(Outcome.Gone.class);
        }
    }

    @Test
    void manyAreSubmittedAtOnceAndARefusalLeavesTheOthers() {
        var applications = Spark.applications(kubernetes.cluster());
        runs.addAll(applications.submitAll(
                IntStream.range(0, 40).mapToObj(i -> waiting("many-" + i)).toList()));
        assertThat(runs)
                .extracting(SubmittedApplication::name)
                .startsWith("many-0", "many-1")
                .hasSize(40);

        var error = catchThrowableOfType(
                SubmissionsFailedException.class,
                () -> applications.submitAll(List.of(waiting("more"), waiting("many-7"), waiting("many-8"))));
        applications.find("more").ifPresent(runs::add);

        assertThat(error)
                .hasMessageStartingWith(
                        "2 of 3 applications were not submitted; the others are there:\n  2: many-7, many-8\n")
                .hasMessageContaining("one of that name is there")
                .hasCauseInstanceOf(ClusterAccessException.class)
                .hasNoSuppressedExceptions();
        assertThat(error.failures()).extracting(Failure::name).containsExactly("many-7", "many-8");
        assertThat(runs).hasSize(41);
        assertThatThrownBy(() -> applications.submitAll(List.of(waiting("good"), waiting("Bad Name"))))
                .isInstanceOf(InvalidSpecException.class);
        assertThat(applications.find("good")).isEmpty();
    }

    private static List<String> names(KubernetesCluster cluster) {
        return Spark.applications(cluster).list(ApplicationFilter.all()).stream()
                .map(ListedApplication::name)
                .toList();
    }

    private SubmittedApplication submitted(String name, KubernetesCluster cluster) {
        var run = waiting(name).submitTo(cluster);
        runs.add(run);
        return run;
    }

    private static ApplicationSpec waiting(String name) {
        return Spark.application(name)
                .mainClass(PlainJob.class.getName())
                .jar("local:///job.jar")
                .suspended()
                .logs(LogKeeping.off());
    }
}
