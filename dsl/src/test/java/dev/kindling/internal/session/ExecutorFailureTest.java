package dev.kindling.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.internal.kubernetes.ExecutorPod;
import dev.kindling.internal.kubernetes.ExecutorPod.State.Ended;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Logs as executors of Spark 4.1.1 wrote them. */
class ExecutorFailureTest {

    private static final String REFUSED =
            """
            Exception in thread "main" java.lang.reflect.UndeclaredThrowableException
            Caused by: org.apache.spark.SparkException: Exception thrown in awaitResult:
            Caused by: java.io.IOException: Failed to connect to /10.88.0.1:7078
            Caused by: io.netty.channel.AbstractChannel$AnnotatedConnectException: finishConnect(..) failed: Connection refused: /10.88.0.1:7078
            Caused by: java.net.ConnectException: finishConnect(..) failed: Connection refused
            """;
    private static final String NO_ANSWER =
            """
            Caused by: org.apache.spark.SparkException: Exception thrown in awaitResult:
            Caused by: java.io.IOException: Connecting to /10.88.0.1:7078 timed out (3000 ms)
            """;
    private static final String OTHER =
            """
            26/11/23 10:00:00 INFO Executor: Fetching spark://10.88.0.1:7078/jars/app.jar
            Exception in thread "main" java.lang.ClassNotFoundException: example.Missing
            """;

    @Test
    void aRefusedConnectionToTheDriver() {
        assertThat(failure(REFUSED).couldNotReach("10.88.0.1", 7078)).isTrue();
        assertThat(failure(REFUSED).summary()).contains("exit code 1").contains("Connection refused");
    }

    @Test
    void aDriverThatDoesNotAnswer() {
        assertThat(failure(NO_ANSWER).couldNotReach("10.88.0.1", 7078)).isTrue();
    }

    @Test
    void anotherAddressThatRefusesIsNotTheDriver() {
        assertThat(failure(REFUSED).couldNotReach("10.88.0.1", 7079)).isFalse();
    }

    @Test
    void anotherFailureThatNamesTheDriverInPassing() {
        assertThat(failure(OTHER).couldNotReach("10.88.0.1", 7078)).isFalse();
        assertThat(failure(OTHER).evidence())
                .singleElement()
                .asString()
                .contains("ClassNotFoundException: example.Missing");
    }

    private static ExecutorFailure failure(String log) {
        Ended ended = new Ended(1, "Error", "");
        var pod = new ExecutorPod(
                "3", "words-exec-3", Optional.of("node"), "spark:4.1.1", ended, Optional.empty(), false);
        return new ExecutorFailure(pod, ended, log);
    }
}
