package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.value.ExecutorPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawConfCheckTest {
    private static final SessionSpec WORDS = Spark.session("words");

    private static List<Problem> problems(SessionSpec spec) {
        var invalid = catchThrowableOfType(InvalidSpecException.class, spec::check);
        return invalid == null ? List.of() : invalid.problems();
    }

    @Test
    void aContradictionNamesBothPlaces() {
        var spec = WORDS.executors(ExecutorPlan.of(2).memory("4g")).conf("spark.executor.memory", "8g");

        assertThat(problems(spec))
                .containsExactly(new Problem(
                        ".conf(\"spark.executor.memory\", ..) and .executors(..memory(..))",
                        "8g and 4g",
                        "contradict each other",
                        ".executors(..memory(..)) alone"));
    }

    @Test
    void theSameValueTwiceIsNoContradiction() {
        var spec = WORDS.executors(ExecutorPlan.of(2).memory("4g"))
                .conf("spark.executor.memory", "4g")
                .conf("spark.executor.instances", "2");

        assertThatCode(spec::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "spark.app.name, other",
        "spark.kubernetes.container.image, other:1",
        "spark.kubernetes.executor.container.image, other:1",
        "spark.executor.instances, 5",
        "spark.dynamicAllocation.enabled, true",
        "spark.executor.cores, 7",
        "spark.executorEnv.TZ, CET",
        "spark.kubernetes.executor.label.team, other",
        "spark.jars, other.jar",
        "spark.executor.maxNumFailures, 9",
        "spark.scheduler.maxRegisteredResourcesWaitingTime, 9s"
    })
    void everyTypedValueIsGuarded(String key, String value) {
        var spec = WORDS.image("spark:1")
                .executors(ExecutorPlan.of(2).cores(1))
                .env("TZ", "UTC")
                .label("team", "data")
                .jar("local:///a.jar")
                .maxExecutorFailures(3)
                .startTimeout(Duration.ofMinutes(1))
                .conf(key, value);

        assertThat(problems(spec)).singleElement().satisfies(problem -> {
            assertThat(problem.where()).contains(key).contains(" and ");
            assertThat(problem.lineToWrite()).isNotBlank();
        });
    }

    @Test
    void dynamicAllocationContradictsAFixedNumber() {
        assertThat(problems(WORDS.executors(ExecutorPlan.dynamic(1, 2)).conf("spark.executor.instances", "5")))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.where()).contains("instances").contains("dynamic"));
    }

    @ParameterizedTest
    @CsvSource({
        "spark.master, local[2], startOn",
        "spark.kubernetes.namespace, etl, .namespace(\"etl\")",
        "spark.kubernetes.context, lab, KubernetesCluster.context(\"lab\")",
        "spark.driver.host, 10.0.0.7, .host(\"10.0.0.7\")",
        "spark.driver.port, 7078, .port(7078)",
        "spark.kubernetes.authenticate.driver.serviceAccountName, spark, .serviceAccount(\"spark\")",
        "spark.kubernetes.authenticate.oauthToken, abc, KubernetesCluster.kubeconfig",
        "spark.kubernetes.executor.podTemplateFile, pod.yaml, template(Path.of(\"pod.yaml\"))",
        "spark.ui.port, 4040, uiUrl()",
        "spark.authenticate, false, .encryption(false)",
        "spark.authenticate.secret, abc, .encryption(true)",
        "spark.network.crypto.enabled, false, .encryption(false)",
        "spark.jars.packages, g:a:1, .packages(\"g:a:1\")",
        "spark.network.crypto.cipher, AES/GCM/NoPadding, AES/CTR/NoPadding",
        "spark.executor.memory, 4gb, .memory(",
        "spark.executor.cores, -1, .conf(",
        "spark.executor.instances, -1, .conf(",
        "spark.kubernetes.container.image, a b, .image(",
        "spark.kubernetes.executor.container.image, spark, .image(",
        "spark.scheduler.minRegisteredResourcesRatio, 2, .conf(",
        "spark.scheduler.maxRegisteredResourcesWaitingTime, soon, .startTimeout(",
        "spark.kubernetes.executor.volumes.secret.x.mount.path, /x, Volume.secret",
        "spark.kubernetes.executor.volumes.emptyDir.x.options.sizeLimit, 1Gi, mount.path",
        "spark.kubernetes.executor.volumes.emptyDir.x.mount.path, x, mount.path",
        "spark.kubernetes.executor.label.spark-role, x, .label("
    })
    void aRawSettingThatHasItsPlaceElsewhereOrCannotWorkIsRefused(String key, String value, String write) {
        assertThat(problems(WORDS.conf(key, value))).singleElement().satisfies(problem -> {
            assertThat(problem.where()).contains(key);
            assertThat(problem.lineToWrite()).contains(write);
        });
    }

    @Test
    void rawBoundsTheWrongWayRoundAreRefused() {
        var spec = WORDS.conf("spark.dynamicAllocation.enabled", "true")
                .conf("spark.dynamicAllocation.minExecutors", "5")
                .conf("spark.dynamicAllocation.maxExecutors", "2");

        assertThat(problems(spec))
                .extracting(Problem::lineToWrite)
                .containsExactly(".executors(ExecutorPlan.dynamic(2, 5))");
    }

    @Test
    void galoisModeIsRefusedWithTheReason() {
        assertThat(problems(WORDS.conf("spark.network.crypto.cipher", "AES/GCM/NoPadding")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.why()).contains("SPARK-56227"));
    }

    @Test
    void secretsAreNotRepeated() {
        assertThat(problems(WORDS.conf("spark.authenticate.secret", "hunter2")).toString())
                .doesNotContain("hunter2");
        assertThat(problems(WORDS.conf("spark.kubernetes.authenticate.oauthToken", "hunter2"))
                        .toString())
                .doesNotContain("hunter2");
    }
}
