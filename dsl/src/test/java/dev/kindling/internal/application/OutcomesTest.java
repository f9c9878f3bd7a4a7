package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.kindling.internal.operator.RunStatus;
import dev.kindling.internal.operator.Transition;
import dev.kindling.internal.operator.Verdict;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.KeptLog;
import dev.kindling.run.LogSource;
import dev.kindling.run.Outcome;
import dev.kindling.run.StateChange;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    @Test
    void aFailureIsExplainedByTheLastAttemptsOwnLog() {
        var logs = List.<KeptLog>of(
                new Log(
                        1,
                        "",
                        "Exception in thread \"main\" java.lang.IllegalStateException: first\n\tat x.Y.z(Y.java:1)"),
                new Log(
                        2,
                        "",
                        "Exception in thread \"main\" java.lang.IllegalStateException: second\n\tat x.Y.z(Y.java:1)"),
                new Log(
                        2,
                        "1",
                        "Exception in thread \"main\" java.lang.IllegalStateException: executor\n\tat x.Y.z(Y.java:1)"));

        assertThat(Outcomes.of(status(Verdict.FAILED, 2), logs))
                .asInstanceOf(type(Outcome.Failed.class))
                .satisfies(failed -> {
                    assertThat(failed.cause())
                            .get()
                            .extracting(Throwable::getMessage)
                            .isEqualTo("java.lang.IllegalStateException: second");
                    assertThat(failed.attempts()).isEqualTo(2);
                    assertThat(failed.exitCode()).hasValue(1);
                    assertThat(failed.driverLogTail()).hasSize(2);
                });
    }

    @Test
    void anEarlierAttemptsExceptionIsNotTheCause() {
        var logs = List.<KeptLog>of(new Log(1, "", "Exception in thread \"main\" x.MyError: m\n\tat x.Y.z(Y.java:1)"));

        assertThat(Outcomes.of(status(Verdict.FAILED, 2), logs))
                .asInstanceOf(type(Outcome.Failed.class))
                .satisfies(failed -> assertThat(failed.cause()).isEmpty());
    }

    @Test
    void whoEndsItOnPurposeHasCancelledIt() {
        assertThat(stopped(Verdict.OPEN, true, true)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(stopped(Verdict.SHUT_DOWN, true, true)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(stopped(Verdict.SHUT_DOWN, false, false)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(stopped(Verdict.OPEN, true, false)).isInstanceOf(Outcome.Gone.class);
    }

    @Test
    void anEndOfItsOwnCountsHoweverItWasSeen() {
        assertThat(Outcomes.isItsOwnEnd(status(Verdict.SUCCEEDED, 1))).isTrue();
        assertThat(Outcomes.isItsOwnEnd(status(Verdict.FAILED, 1))).isTrue();
        assertThat(Outcomes.isItsOwnEnd(status(Verdict.SHUT_DOWN, 1))).isFalse();
        assertThat(Outcomes.of(status(Verdict.SUCCEEDED, 1), List.of())).isInstanceOf(Outcome.Succeeded.class);
    }

    private static Outcome stopped(Verdict verdict, boolean isGone, boolean byUs) {
        return Outcomes.ofStopped(new TrackedRun.Ending(status(verdict, 1), isGone), byUs);
    }

    private static RunStatus status(Verdict verdict, int attempts) {
        var change = new StateChange(Instant.EPOCH, attempts, new ApplicationState("X", "said", true));
        return new RunStatus(List.of(new Transition(0, change)), attempts, "", verdict, OptionalInt.of(1));
    }

    private record Log(int attempt, String executor, String text) implements KeptLog {
        @Override
        public LogSource source() {
            return new LogSource(attempt, executor, "pod", "uid");
        }

        @Override
        public Stream<String> lines() {
            return text.lines();
        }

        @Override
        public long bytes() {
            return text.length();
        }

        @Override
        public boolean reachedItsEnd() {
            return true;
        }
    }
}
