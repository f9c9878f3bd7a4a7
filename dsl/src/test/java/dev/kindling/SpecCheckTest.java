package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpecCheckTest {
    private static final SessionSpec WORDS = Spark.session("words");

    private static List<Problem> problems(SessionSpec spec) {
        var invalid = catchThrowableOfType(InvalidSpecException.class, spec::check);
        return invalid == null ? List.of() : invalid.problems();
    }

    @Test
    void aWholeGoodSpecIsAccepted() {
        var spec = WORDS.image("spark:1")
                .executors(ExecutorPlan.dynamic(1, 9)
                        .initial(2)
                        .cores(2)
                        .memory("4g")
                        .cpuLimit("2"))
                .driver(DriverPlan.defaults().host("10.0.0.7"))
                .env("TZ", "UTC")
                .label("team", "data")
                .annotation("a/b", "any text at all")
                .pods(PodPlan.none().volume(Volume.secret("x").at("/x")))
                .jar("local:///app/a.jar")
                .packages("g:a_2.13:1.0")
                .conf("spark.sql.shuffle.partitions", "8")
                .conf("spark.executor.memory", "4g")
                .conf("spark.network.crypto.cipher", "AES/CTR/NoPadding");

        assertThatCode(spec::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "My Job, my-job",
        "9lives, lives",
        "-x-, x",
        "a.b, a-b",
        "'', my-job",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz, abcdefghijklmnopqrstuvwxyzabcdefghijklmn"
    })
    void aBadNameIsRefusedWithTheNearestGoodOne(String name, String nearest) {
        assertThat(problems(Spark.session(name))).singleElement().satisfies(problem -> {
            assertThat(problem.value()).isEqualTo(name);
            assertThat(problem.lineToWrite()).isEqualTo("Spark.session(\"" + nearest + "\")");
        });
        assertThat(problems(Spark.session(nearest))).isEmpty();
    }

    static Stream<Arguments> wrong() {
        var executors = ExecutorPlan.of(2);
        return Stream.of(
                wrong(WORDS.executors(ExecutorPlan.dynamic(5, 2)), "5, 2", "ExecutorPlan.dynamic(2, 5)"),
                wrong(WORDS.executors(ExecutorPlan.dynamic(1, 2).initial(7)), "7", ".initial(1)"),
                wrong(WORDS.executors(executors.memory("100m")), "100m", ".memory(\"512m\")"),
                wrong(WORDS.executors(executors.cores(2).cpuLimit("1")), "1 and 2", ".cpuLimit(\"2\")"),
                wrong(WORDS.executors(executors.cpuRequest("2").cpuLimit("1")), "1 and 2", ".cpuLimit(\"2\")"),
                wrong(WORDS.driver(DriverPlan.defaults().memory("1m")), "1m", ".memory(\"512m\")"),
                wrong(WORDS.startTimeout(Duration.ZERO), "PT0S", ".startTimeout(Duration.ofMinutes(5))"),
                wrong(WORDS.maxExecutorFailures(-1), "-1", ".maxExecutorFailures(3)"),
                wrong(WORDS.env("1A", "x"), "1A", ".env(\"MY_NAME\", ..)"),
                wrong(WORDS.label("a b", "x"), "a b=x", ".label(\"team\", \"data\")"),
                wrong(WORDS.label("spark-role", "x"), "spark-role", ".label(\"my-spark-role\", ..)"),
                wrong(WORDS.annotation("a b", "x"), "a b", ".annotation(\"team/x\", ..)"),
                wrong(
                        WORDS.pods(PodPlan.none().env("A", "1").configMapEnv("A", "c", "k")),
                        "A",
                        ".configMapEnv(\"A\", ..)"),
                wrong(WORDS.pods(PodPlan.none().volume(Volume.emptyDir())), "EmptyDir", ".at(\"/etc/x\")"),
                wrong(WORDS.pods(PodPlan.none().volume(Volume.emptyDir().at("x"))), "EmptyDir", ".at(\"/etc/x\")"),
                wrong(
                        WORDS.pods(PodPlan.none()
                                .volume(Volume.emptyDir().at("/x"))
                                .volume(Volume.claim("c").at("/x"))),
                        "Claim",
                        ".at(\"/x-2\")"),
                wrong(
                        WORDS.pods(PodPlan.none()
                                .volume(Volume.secret("s").at("/x"))
                                .volume(Volume.secret("s").at("/y"))),
                        "Secret",
                        "one .volume("),
                wrong(WORDS.pods(PodPlan.none().volume(Volume.hostPath("x").at("/x"))), "HostPath", "Volume.hostPath("),
                wrong(WORDS.pods(PodPlan.none().template(Path.of("no.yaml"))), "no.yaml", ".template(Path.of("),
                wrong(WORDS.jar(Path.of("no.jar")), "no.jar", ".jar(\"local:///app/etl.jar\")"),
                wrong(WORDS.jar("file:///no.jar"), "file:///no.jar", ".jar("),
                wrong(WORDS.jar("a.jar,b.jar"), "a.jar,b.jar", ".jar("),
                wrong(WORDS.file("no.csv"), "no.csv", ".file("),
                wrong(WORDS.packages("g:a"), "g:a", ".packages(\"org.apache"));
    }

    private static Arguments wrong(SessionSpec spec, String value, String write) {
        return Arguments.of(spec, value, write);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatOnlyTheWholeShowsIsRefused(SessionSpec spec, String value, String write) {
        assertThat(problems(spec)).singleElement().satisfies(problem -> {
            assertThat(problem.value()).contains(value);
            assertThat(problem.lineToWrite()).contains(write);
        });
    }

    @Test
    void anApplicationNeedsAProgram() {
        var nothing = catchThrowableOfType(
                InvalidSpecException.class, () -> Spark.application("nightly").check());
        var noClass = catchThrowableOfType(
                InvalidSpecException.class,
                () -> Spark.application("nightly").jar("local:///a.jar").check());
        var python = catchThrowableOfType(InvalidSpecException.class, () -> Spark.application("nightly")
                .jar("local:///a.py")
                .mainClass("a b")
                .check());

        assertThat(nothing.problems()).extracting(Problem::where).containsExactly(".jar(..)");
        assertThat(noClass.problems()).extracting(Problem::where).containsExactly(".mainClass(..)");
        assertThat(python.problems()).hasSize(2);
        assertThatCode(Spark.application("nightly").jar("local:///a.py")::check).doesNotThrowAnyException();
    }
}
