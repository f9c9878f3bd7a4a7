package dev.kindling.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.SubmissionsFailedException.Failure;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubmissionsFailedTest {

    @Test
    void aSingleOneIsToldWhole() {
        var reason = new ClusterAccessException(
                new ClusterAccessException.Request("create", "pods", "nightly", "etl"),
                new ClusterAccessException.Answer(500, "no"),
                "ask",
                null);

        var error = new SubmissionsFailedException(3, List.of(new Failure("nightly", reason)));

        assertThat(error)
                .hasMessage("1 of 3 applications were not submitted; the others are there:\n"
                        + "  1: nightly\n"
                        + "    Tried to create pods \"nightly\" in namespace \"etl\".\n"
                        + "      seen: HTTP 500: no\n"
                        + "      do:   ask")
                .hasCause(reason)
                .hasNoSuppressedExceptions();
    }

    @Test
    void reasonsThatAllDifferAreCounted() {
        var failures = IntStream.range(0, 100)
                .mapToObj(i -> new Failure("a-" + i, (RuntimeException) new IllegalStateException("reason " + i)))
                .toList();

        var error = new SubmissionsFailedException(100, failures);

        assertThat(error)
                .hasMessageContaining("1: a-4\n")
                .hasMessageContaining("java.lang.IllegalStateException: reason 4")
                .hasMessageEndingWith("and 95 for other reasons, see failures()");
        assertThat(error.getSuppressed()).hasSize(4);
    }

    @Test
    void theSameOfOtherNamesIsToldOnce() {
        var failures = IntStream.range(0, 300)
                .mapToObj(i -> new Failure("a-" + i, refusal("a-" + i, i % 10 == 0)))
                .toList();

        var error = new SubmissionsFailedException(300, failures);

        assertThat(error)
                .hasMessage("300 of 300 applications were not submitted:\n"
                        + "  270: a-1, a-2, a-3 and 267 more\n"
                        + "    java.lang.IllegalStateException: nobody may make a-1.\n"
                        + "  30: a-0, a-10, a-20 and 27 more\n"
                        + "    java.lang.IllegalStateException: a-0-driver is too long")
                .hasCause(failures.get(1).reason());
        assertThat(error.getSuppressed()).containsExactly(failures.get(0).reason());
        assertThat(error.failures()).isEqualTo(failures);
        assertThat(error.total()).isEqualTo(300);
    }

    private static RuntimeException refusal(String name, boolean isTooLong) {
        return new IllegalStateException(isTooLong ? name + "-driver is too long" : "nobody may make " + name + ".");
    }

    @Test
    void oneReasonForManyNamesOne() {
        var reason = new IllegalStateException("a-1 is not allowed");

        var error = new SubmissionsFailedException(2, List.of(new Failure("a-1", reason), new Failure("a-2", reason)));

        assertThat(error).hasMessageContaining("  2: a-1, a-2\n").hasCause(reason);
    }

    @Test
    void canBeSerialized() throws Exception {
        var error = new SubmissionsFailedException(1, List.of(new Failure("a", new IllegalStateException("no"))));

        new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(error);
    }
}
