package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.value.DriverPort;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.Ingress;
import dev.kindling.value.Monitoring;
import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with an application or a schedule whoever runs it. */
class ApplicationCheckTest {
    private static final ApplicationSpec JOB =
            Spark.application("job").image("spark:1").mainClass("x.Job").jar("local:///app/job.jar");

    static Stream<Arguments> wrong() {
        var python = Spark.application("py").python("local:///app/main.py");
        return Stream.of(
                arguments(Spark.application("job"), ".jar(..)", "nothing holds the program"),
                arguments(python.mainClass("x.Job"), "x.Job", "beside a Python file"),
                arguments(python.pyFile("local:///app/lib.tar"), "lib.tar", ".pyFile(\"local:///app/lib.zip\")"),
                arguments(python.pyFile("local:///a.py,b.py"), "a.py,b.py", "no .py, .zip or .egg file"),
                arguments(JOB.pyFile("local:///app/lib.zip"), "beside a Java program", ".python("),
                arguments(
                        Spark.application("r").r("local:///a.R").mainClass("x.Job"),
                        "beside a R file",
                        "no main class"),
                arguments(JOB.timeToLive(Duration.ZERO), "PT0S", ".timeToLive(Duration.ofHours(1))"),
                arguments(JOB.timeToLive(Duration.ofMillis(1500)), "PT1.5S", "whole seconds"),
                arguments(JOB.kueue("Team A"), "Team A", ".kueue(\"team-a\")"),
                arguments(JOB.idempotencyKey(" "), "is blank", ".idempotencyKey(\"nightly-2026-08-01\")"),
                arguments(
                        JOB.kueue("team-a").executors(ExecutorPlan.dynamic(1, 9)),
                        "Kueue admits a fixed number of pods",
                        "ExecutorPlan.of(1)"),
                arguments(JOB.expose(DriverPort.ui()).expose(DriverPort.ui()), "ui 4040", "once"),
                arguments(
                        JOB.expose(port("a", 8081)).expose(port("b", 8082)),
                        "is the address of two ports",
                        "Ingress.at(\"x.example.org/b\")"),
                arguments(JOB.conf("spark.ui.port", "0"), "is no port", ".conf(\"spark.ui.port\", \"4050\")"),
                arguments(
                        JOB.conf("spark.ui.port", "4050").monitoring(Monitoring.prometheus()),
                        "they are told 4040",
                        "one of them"),
                arguments(
                        JOB.conf("spark.dynamicallocation.enabled", "true"),
                        "makes the Kubeflow operator count wrong",
                        "ExecutorPlan.dynamic(1, 10)"));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(ApplicationSpec spec, String shown, String line) {
        var invalid = catchThrowableOfType(InvalidSpecException.class, spec::check);

        assertThat(invalid).isNotNull();
        assertThat(invalid).hasMessageContaining(shown).hasMessageContaining(line);
    }

    @Test
    void aPodHasItsPortsForItself() {
        JOB.conf("spark.ui.port", "4050").check();
    }

    @Test
    void everythingThatIsWrongWithAScheduleIsToldAtOnce() {
        var schedule = Spark.schedule(
                        "x".repeat(44),
                        "61 * * * *",
                        JOB.suspended().idempotencyKey("k").timeToLive(Duration.ZERO))
                .timeZone(ZoneId.of("+02:00"))
                .keep(-1, 1);

        var invalid = catchThrowableOfType(InvalidSpecException.class, schedule::check);

        assertThat(invalid.problems()).hasSize(7);
        assertThat(invalid)
                .hasMessageContaining("Spark.schedule(\"" + "x".repeat(43) + "\", ..)")
                .hasMessageContaining("\"61\" for its minute")
                .hasMessageContaining("ZoneId.of(\"Europe/Berlin\")")
                .hasMessageContaining("a schedule makes many")
                .hasMessageContaining("runs that never start");
    }

    @Test
    void schedulesAreValues() {
        var schedule = Spark.schedule("nightly", "@daily", JOB);

        assertThat(schedule)
                .isEqualTo(Spark.schedule("nightly", "@daily", JOB))
                .hasSameHashCodeAs(Spark.schedule("nightly", "@daily", JOB))
                .isNotEqualTo(schedule.suspended())
                .hasToString("schedule nightly \"@daily\" of " + JOB.plan().workload());
    }

    private static DriverPort port(String name, int number) {
        return DriverPort.of(name, number).ingress(Ingress.at("x.example.org"));
    }
}
