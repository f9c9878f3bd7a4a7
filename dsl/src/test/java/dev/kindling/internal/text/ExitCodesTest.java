package dev.kindling.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.run.Outcome;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table against Spark's own constants. */
class ExitCodesTest {

    /** Success, and one that Spark names but never ends with. */
    private static final Set<Integer> WITHOUT_MEANING = Set.of(0, 3);

    @Test
    void allOfSparksCodesHaveAMeaning() {
        var sparks = Stream.of("org.apache.spark.util.SparkExitCode", "org.apache.spark.executor.ExecutorExitCode")
                .flatMap(ExitCodesTest::constants)
                .toList();

        assertThat(sparks).contains(1, 11, 50, 52, 55, 58, 101, 124);
        assertThat(sparks)
                .filteredOn(code -> ExitCodes.meaning(code).isEmpty())
                .containsExactlyInAnyOrderElementsOf(WITHOUT_MEANING);
    }

    @Test
    void signalsAreNamed() {
        assertThat(ExitCodes.meaning(137))
                .hasValueSatisfying(text -> assertThat(text).contains("SIGKILL"));
        assertThat(ExitCodes.meaning(143))
                .hasValueSatisfying(text -> assertThat(text).contains("SIGTERM"));
        assertThat(ExitCodes.meaning(128 + 12)).hasValue("ended by signal 12");
    }

    @Test
    void aCodeOfTheProgramsOwnHasNone() {
        assertThat(Stream.of(4, 10, 100, 255))
                .allMatch(code -> ExitCodes.meaning(code).isEmpty());
        assertThat(ExitCodes.inWords(4)).isEqualTo("exit code 4");
        assertThat(ExitCodes.inWords(101)).isEqualTo("exit code 101 (spark-submit did not find the main class)");
    }

    @Test
    void aFailedRunTellsIt() {
        assertThat(failed(OptionalInt.of(52)).exitCodeMeaning())
                .hasValueSatisfying(text -> assertThat(text).contains("OutOfMemoryError"));
        assertThat(failed(OptionalInt.empty()).exitCodeMeaning()).isEmpty();
    }

    private static Outcome.Failed failed(OptionalInt code) {
        return new Outcome.Failed("", Optional.empty(), code, 1, List.of());
    }

    private static Stream<Integer> constants(String type) {
        try {
            return Arrays.stream(Class.forName(type).getMethods())
                    .filter(method -> method.getReturnType() == int.class && method.getParameterCount() == 0)
                    .filter(method -> method.getName().matches("[A-Z_]+"))
                    .map(ExitCodesTest::value);
        } catch (ClassNotFoundException e) {
            throw new LinkageError("Spark has no " + type + " any more", e);
        }
    }

    private static int value(Method constant) {
        try {
            return (int) constant.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(constant + " can't be asked for", e);
        }
    }
}
