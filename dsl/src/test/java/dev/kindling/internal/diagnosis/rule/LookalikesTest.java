package dev.kindling.internal.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ApplicationFacts;
import dev.kindling.internal.diagnosis.evidence.Bundle;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.LogFacts;
import dev.kindling.internal.diagnosis.evidence.SomePod;
import dev.kindling.internal.diagnosis.evidence.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program has dealt with, and words that others than Kubernetes and S3 use too, are no certain cause. */
class LookalikesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final String BEGIN = "26/01/01 09:59:00 INFO SparkContext: Running Spark version 4.1.1\n";
    private static final String END =
            "Exception in thread \"main\" java.lang.IllegalStateException: no rows for today\n"
                    + "\tat x.Nightly.main(Nightly.java:5)\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "26/01/01 09:59:10 ERROR Cache: next folder, as java.io.IOException: No space left on device",
                "26/01/01 09:59:10 WARN Probe: java.lang.OutOfMemoryError: Java heap space, half as many",
                "26/01/01 09:59:10 ERROR Plugins: java.lang.ClassNotFoundException: com.acme.Optional",
                "26/01/01 09:59:10 WARN Plain: java.net.UnknownHostException: api.partner.example",
                "26/01/01 09:59:10 WARN S3: java.nio.file.AccessDeniedException: s3a://a/x: getFileStatus: Status Code: 403,",
                "26/01/01 09:59:10 INFO S3: NoSuchBucket, so it is made",
                "Traceback (most recent call last):\n  File \"x.py\", line 1\nModuleNotFoundError: No module named 'ujson'",
                "26/01/01 09:59:10 WARN Web: PKIX path building failed",
                "User \"system:serviceaccount:etl:x\" cannot list resource \"secrets\" in API group \"\" in the namespace \"etl\""
            })
    void whatStandsBeforeTheExceptionThatEndedItIsProbableAndComesLater(String dealtWith) {
        var diagnosis = failed("driver", 1, BEGIN + dealtWith + "\n" + END);

        assertThat(diagnosis.first()).get().satisfies(first -> {
            assertThat(first.cause()).isEqualTo("program-exception");
            assertThat(first.what()).contains("no rows for today");
            assertThat(first.isCertain()).isTrue();
        });
        assertThat(diagnosis.findings()).hasSize(2);
        assertThat(diagnosis.findings().get(1).isCertain()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.io.IOException: HTTP 401 from https://api.partner.example",
                "java.io.FileNotFoundException: File file:/data/bucket_7/part does not exist",
                "java.lang.IllegalStateException: pods \"other\" not found"
            })
    void wordsOfAnotherServerAreTheProgramsOwnException(String thrown) {
        var log = BEGIN + "Exception in thread \"main\" " + thrown + "\n\tat x.Nightly.main(Nightly.java:5)\n";

        assertThat(failed("driver", 1, log).findings())
                .extracting(Finding::cause)
                .containsExactly("program-exception");
    }

    /** Spark's executors speak of other executors as they do of the driver, and the log's beginning is not kept. */
    @Test
    void anExecutorThatDoesNotReachAnotherOneIsNotKeptFromTheDriver() {
        var log = "java.io.IOException: Failed to connect to /10.0.0.9:7079\n\tat x.Y.z(Y.java:1)\n"
                + "26/01/01 09:59:11 INFO Executor: Finished task 3.0 in stage 2.0 (TID 7)\n";

        assertThat(failed("executor", 1, log).findings())
                .extracting(Finding::cause)
                .containsExactly("exit-code-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {137, 143})
    void whoIsKilledHasNoLastWords(int signalled) {
        var log = BEGIN + "java.io.IOException: No space left on device\n\tat x.Y.z(Y.java:1)\n";

        var diagnosis = failed("driver", signalled, log);

        assertThat(diagnosis.first()).get().extracting(Finding::cause).isEqualTo("exit-code-" + signalled);
        assertThat(diagnosis.findings()).noneMatch(Finding::isCertain);
    }

    /** As where a program catches all and ends with System.exit(1). */
    @Test
    void anExceptionThatWasLoggedMayNotBeTheEnd() {
        var log = BEGIN + "26/01/01 09:59:10 ERROR Nightly: no luck\njava.lang.IllegalStateException: no rows\n"
                + "\tat x.Nightly.main(Nightly.java:5)\n26/01/01 09:59:11 INFO Nightly: on to the next\n";

        assertThat(failed("driver", 3, log).findings()).singleElement().satisfies(found -> {
            assertThat(found.what())
                    .isEqualTo("The last exception in its log is java.lang.IllegalStateException: no rows");
            assertThat(found.isCertain()).isFalse();
        });
    }

    @Test
    void aWarningDoesNotEndAProgram() {
        var log = BEGIN + "26/01/01 09:59:10 WARN Cache: No space left on device, on to the next\n";

        assertThat(failed("driver", 3, log).findings())
                .extracting(Finding::cause)
                .containsExactly("exit-code-3", "disk-full");
    }

    /** It is told in more detail before: whose task it was. */
    @Test
    void whatEndedItIsCertainWhoeverHasSaidItFirst() {
        var log = BEGIN
                + "26/01/01 09:59:10 WARN TaskSetManager: Lost task 0.0 in stage 0.0 (TID 0) (10.0.0.2 executor 1):"
                + " java.io.IOException: No space left on device\n"
                + "Exception in thread \"main\" org.apache.spark.SparkException: Job aborted\n\tat x.Y.z(Y.java:1)\n"
                + "Caused by: java.io.IOException: No space left on device\n\tat x.Y.z(Y.java:1)\n";

        assertThat(failed("driver", 1, log).findings()).singleElement().satisfies(found -> {
            assertThat(found.what()).isEqualTo("A disk of the executor is full");
            assertThat(found.isCertain()).isTrue();
        });
    }

    /** With Kubeflow it is another attempt, and the log of the suspended driver is kept. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "26/01/01 09:59:10 ERROR Plugins: java.lang.ClassNotFoundException: com.acme.Optional",
                "Exception in thread \"main\" org.apache.spark.SparkException: Job 0 cancelled because SparkContext was shut"
                        + " down\n\tat x.Y.z(Y.java:1)"
            })
    void aDriverThatWasSuspendedAndResumedHasNotFailed(String last) throws IOException {
        var resumed = Bundle.read(
                "resumed",
                Files.readString(Path.of("src/test/resources/evidence/healthy-embedded-kubeflow-resumed.json")));
        var before = resumed.logs().get(0);
        var busy = new LogFacts(before.pod(), before.run(), before.role(), true, before.text() + "\n" + last + "\n");

        assertThat(Doctor.examine(resumed.logs(List.of(busy))).findings()).isEmpty();
    }

    @Test
    void aDriverThatIsBegunAgainAfterAnExceptionHas() throws IOException {
        var resumed = Bundle.read(
                "resumed",
                Files.readString(Path.of("src/test/resources/evidence/healthy-embedded-kubeflow-resumed.json")));
        var before = resumed.logs().get(0);
        var thrown = new LogFacts(before.pod(), before.run(), before.role(), true, before.text() + "\n" + END);

        assertThat(Doctor.examine(resumed.logs(List.of(thrown))).findings())
                .extracting(Finding::cause)
                .containsExactly("program-exception");
    }

    /** With dynamic allocation a driver that has nothing to do has no executors; a quota was full an hour ago. */
    @Test
    void anExecutorThatWasRefusedBeforeOneCameIsOver() throws IOException {
        var waiting = Bundle.read(
                "waiting", Files.readString(Path.of("src/test/resources/evidence/kubeflow-executor-quota.json")));
        var driver =
                waiting.logs().stream().filter(LogFacts::isDriver).findFirst().orElseThrow();
        var came =
                "26/01/01 09:59:10 INFO KubernetesClusterSchedulerBackend$KubernetesDriverEndpoint: Registered executor"
                        + " NettyRpcEndpointRef(spark-client://Executor) (10.88.6.185:49080) with ID 17, ResourceProfileId 0\n";
        var idle = new LogFacts(driver.pod(), driver.run(), driver.role(), false, driver.text() + "\n" + came);

        assertThat(Doctor.examine(waiting).findings())
                .extracting(Finding::cause)
                .contains("quota-exceeded");
        assertThat(Doctor.examine(waiting.logs(List.of(idle))).findings())
                .extracting(Finding::cause)
                .doesNotContain("quota-exceeded");
    }

    private static Diagnosis failed(String role, int exitCode, String log) {
        var ended = new ContainerFacts("spark-kubernetes-" + role, false, "x:1", "ended", "Error", "", exitCode, NOW);
        var id = role.equals("driver") ? "" : "7";
        var pod = SomePod.of("p", "nightly", role, id, NOW, "Failed", ended);
        var application = new ApplicationFacts("Kubeflow Spark operator", NOW, "FAILED", "driver failed", 1, "failed");
        return Doctor.examine(Evidence.of(
                        new Subject("application", "etl", "nightly"),
                        Map.of("nightly", application),
                        List.of(pod),
                        List.of(),
                        DriverPoint.UNKNOWN)
                .logs(List.of(new LogFacts("p", "nightly", role, true, log))));
    }
}
