package dev.kindling.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.value.ExecutorCount;
import dev.kindling.value.ExecutorPlan;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkloadPlanTest {
    private final WorkloadPlan plan = WorkloadPlan.named("words");

    @Test
    void sparksDefaultsHoldWhereNothingIsSaid() {
        assertThat(plan.executors().count().atStart()).isEqualTo(2);
        assertThat(plan.executorsToWaitFor()).isEqualTo(2);
        assertThat(plan.maxExecutorFailures()).isEqualTo(4);
        assertThat(plan.startTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(plan.encryption()).isTrue();
    }

    @Test
    void rawSettingsAreReadAsOurLimits() {
        var raw =
                plan.conf(RawConf.MAX_FAILURES, "7").conf(RawConf.RATIO, "0.5").conf(RawConf.WAITING_TIME, "30s");

        assertThat(raw.maxExecutorFailures()).isEqualTo(7);
        assertThat(raw.executors(ExecutorPlan.of(10)).executorsToWaitFor()).isEqualTo(5);
        assertThat(raw.startTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(raw.maxExecutorFailures(9).maxExecutorFailures()).isEqualTo(9);
    }

    @Test
    void rawSettingsSayHowManyExecutorsWhereNothingTypedDoes() {
        assertThat(plan.conf(RawConf.INSTANCES, "5").executors().count()).isEqualTo(new ExecutorCount.Fixed(5));
        var dynamic = plan.conf(RawConf.DYNAMIC, "true")
                .conf(RawConf.DYNAMIC_MIN, "1")
                .conf(RawConf.DYNAMIC_MAX, "9")
                .conf(RawConf.DYNAMIC_INITIAL, "4");
        assertThat(dynamic.executors().count().atStart()).isEqualTo(4);
        assertThat(dynamic.executors().count().atMost()).isEqualTo(9);
    }

    @Test
    void sparksTimesAreRead() {
        assertThat(RawConf.time("100")).contains(Duration.ofMillis(100));
        assertThat(RawConf.time("2min")).contains(Duration.ofMinutes(2));
        assertThat(RawConf.time("1h")).contains(Duration.ofHours(1));
        assertThat(RawConf.time("soon")).isEmpty();
    }

    @Test
    void secretsAreNotShown() {
        assertThat(plan.conf("spark.hadoop.fs.s3a.secret.key", "hunter2").toString())
                .doesNotContain("hunter2");
    }
}
