package dev.kindling.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.DriverException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Logs as drivers write them. */
class DriverErrorsTest {

    @Test
    void theExceptionOfMainHasItsCauses() {
        var found = last(
                """
                26/11/23 10:00:00 INFO SparkContext: Running Spark version 4.1.1
                Exception in thread "main" java.lang.IllegalStateException: the table is not there
                and a second line
                \tat x.Nightly.main(Nightly.java:12)
                \t... 3 more
                Caused by: java.io.FileNotFoundException: s3a://b/t
                \tat x.Nightly.read(Nightly.java:40)
                26/11/23 10:00:01 INFO ShutdownHookManager: Shutdown hook called
                """);

        assertThat(found).get().satisfies(e -> {
            assertThat(e.type()).isEqualTo("java.lang.IllegalStateException");
            assertThat(e.said()).isEqualTo("the table is not there\nand a second line");
            assertThat(e.frames()).containsExactly("at x.Nightly.main(Nightly.java:12)", "... 3 more");
            assertThat(e.getCause()).hasMessage("java.io.FileNotFoundException: s3a://b/t");
        });
    }

    /** The role of Apache's chart has no right to delete collections: every driver logs that at its end. */
    @Test
    void whatSparkLogsWhileItStopsIsNotTheCause() {
        var found = last(
                """
                Exception in thread "main" java.lang.IllegalStateException: no luck
                \tat x.Nightly.main(Nightly.java:12)
                26/11/23 10:00:01 ERROR Utils: Uncaught exception in thread shutdown-hook-0
                io.fabric8.kubernetes.client.KubernetesClientException: Failure executing: DELETE
                \tat io.fabric8.kubernetes.client.dsl.internal.OperationSupport.x(OperationSupport.java:1)
                """);

        assertThat(found).get().extracting(DriverException::said).isEqualTo("no luck");
    }

    @Test
    void pythonsExceptionIsPythonsAndNotThatOfItsLauncher() {
        var found = last(
                """
                Traceback (most recent call last):
                  File "/app/main.py", line 3, in <module>
                    raise ValueError("no luck")
                ValueError: no luck
                Exception in thread "main" org.apache.spark.SparkUserAppException: User application exited with 1
                \tat org.apache.spark.deploy.PythonRunner$.main(PythonRunner.scala:130)
                26/11/23 10:00:01 INFO ShutdownHookManager: Shutdown hook called
                """);

        assertThat(found).get().satisfies(e -> {
            assertThat(e.getMessage()).isEqualTo("ValueError: no luck");
            assertThat(e.frames()).first().isEqualTo("File \"/app/main.py\", line 3, in <module>");
        });
    }

    @Test
    void anErrorOfTheJvmBehindAPythonProgramIsItsCause() {
        var found = last(
                """
                Traceback (most recent call last):
                  File "/app/main.py", line 3, in <module>
                    spark.range(1).collect()
                py4j.protocol.Py4JJavaError: An error occurred while calling o40.collectToPython.
                : org.apache.spark.SparkException: Job aborted
                \tat org.apache.spark.scheduler.DAGScheduler.x(DAGScheduler.scala:1)
                Caused by: java.lang.ArithmeticException: / by zero
                \tat x.Y.z(Y.java:1)
                """);

        assertThat(found).get().satisfies(e -> {
            assertThat(e.type()).isEqualTo("py4j.protocol.Py4JJavaError");
            assertThat(e.getCause()).hasMessage("org.apache.spark.SparkException: Job aborted");
            assertThat(e.getCause()).hasRootCauseMessage("java.lang.ArithmeticException: / by zero");
        });
    }

    @Test
    void whereNothingWasThrownTheLastThatWasLoggedIsTaken() {
        var found = last(
                """
                26/11/23 10:00:01 ERROR SparkContext: Error initializing SparkContext.
                org.apache.spark.SparkException: External scheduler cannot be instantiated
                \tat org.apache.spark.SparkContext$.x(SparkContext.scala:1)
                """);

        assertThat(found).get().extracting(DriverException::type).isEqualTo("org.apache.spark.SparkException");
    }

    @Test
    void aMentionWithoutAStackTraceIsNone() {
        assertThat(last("26/11/23 INFO x: caught java.io.IOException: never mind\njava.io.IOException: retried\n"))
                .isEmpty();
        assertThat(last("")).isEmpty();
    }

    private static Optional<DriverException> last(String log) {
        return DriverErrors.last(log.lines().toList());
    }
}
