package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.run.Setting.Origin;
import dev.kindling.value.ExecutorPlan;
import org.junit.jupiter.api.Test;

class SpecsTest {
    @Test
    void specsAreValues() {
        var spec = Spark.session("words").executors(ExecutorPlan.of(4)).conf("a.b", "c");
        var same = Spark.session("words").executors(ExecutorPlan.of(4)).conf("a.b", "c");

        assertThat(spec).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(spec.conf("a.b", "d"));
        assertThat(Spark.application("x").mainClass("y"))
                .isEqualTo(Spark.application("x").mainClass("y"));
    }

    @Test
    void anApplicationCanHaveAnotherName() {
        var nightly = Spark.application("nightly").mainClass("x.Nightly");

        assertThat(nightly.name("nightly-2"))
                .isEqualTo(Spark.application("nightly-2").mainClass("x.Nightly"));
    }

    @Test
    void aSpecPrintsWithoutSecrets() {
        var session = Spark.session("words").image("spark:1").conf("spark.hadoop.fs.s3a.secret.key", "hunter2");
        var application = Spark.application("nightly").mainClass("x.Nightly").env("DB_PASSWORD", "hunter2");

        assertThat(session.toString())
                .startsWith("session words")
                .contains("spark:1")
                .doesNotContain("hunter2");
        assertThat(application.toString())
                .startsWith("application nightly")
                .contains("x.Nightly")
                .doesNotContain("hunter2");
    }

    @Test
    void settingsAreKnownWithoutATarget() {
        var settings = Spark.session("words")
                .executors(ExecutorPlan.of(4).memory("4g"))
                .settings();

        assertThat(settings.get("spark.executor.memory").orElseThrow().value()).isEqualTo("4g");
        assertThat(settings.get("spark.ui.port").orElseThrow().origin()).isEqualTo(Origin.KINDLING);
        assertThat(settings.get("spark.master")).isEmpty();
    }
}
