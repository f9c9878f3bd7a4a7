package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.internal.schema.SampleFiles;
import dev.kindling.run.KeptField;
import dev.kindling.target.Operator;
import dev.kindling.value.Concurrency;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReadScheduleTest {
    private static final String NIGHTLY = SampleFiles.text("schedule");

    @Test
    void whatIsReadIsWrittenAgainWithoutLossOrAddition() {
        assertThat(tree(Spark.readSchedule(SampleFiles.path("schedule")))).isEqualTo(tree(NIGHTLY));
        assertThat(Spark.readSchedule(NIGHTLY).keptFields())
                .extracting(KeptField::path)
                .containsExactly("spec.template.pythonVersion");
    }

    @Test
    void whatKindlingWritesItReadsWhole() {
        var application = Spark.application("etl").image("a/b:1").python("local:///main.py");
        var spec = Spark.schedule("nightly", "@every 20m", application)
                .timeZone(ZoneId.of("Europe/Berlin"))
                .concurrency(Concurrency.REPLACE)
                .keep(3, 10)
                .suspended();
        var written = spec.manifest(Operator.kubeflow()).toYaml();
        var read = Spark.readSchedule(written);

        assertThat(read.keptFields()).isEmpty();
        assertThat(read.toString()).contains("nightly", "@every 20m");
        assertThat(tree(read)).isEqualTo(tree(written));
    }

    @Test
    void aChangeIsWrittenAndAllElseStays() {
        var labelled = NIGHTLY.replace("metadata:\n", "metadata:\n  namespace: etl\n  labels: {team: data}\n")
                .replace("  template:\n", "  novelty: {on: [1]}\n  template:\n    gadget: x\n")
                .replace("timeZone: Europe/Berlin", "timeZone: Local");
        var changed = Spark.readSchedule(labelled)
                .name("hourly")
                .concurrency(Concurrency.ALLOW)
                .keep(2, 5);

        assertThat(changed.keptFields())
                .contains(new KeptField("spec.timeZone", "Local"), new KeptField("spec.template.gadget", "x"))
                .extracting(KeptField::path)
                .contains("spec.novelty");
        assertThat(tree(changed))
                .isEqualTo(tree(labelled.replace("name: nightly", "name: hourly")
                        .replace("Forbid", "Allow")
                        .replace("successfulRunHistoryLimit: 3", "successfulRunHistoryLimit: 2")));
        assertThat(tree(changed.timeZone(ZoneId.of("Asia/Tokyo")))
                        .at("/spec/timeZone")
                        .asText())
                .isEqualTo("Asia/Tokyo");
    }

    @Test
    void onlyNewProblemsAreRefused() {
        var odd = NIGHTLY.replace("30 3 * * 1-5", "CRON_TZ=UTC 30 3 * * 1-5");

        assertThat(tree(Spark.readSchedule(odd).keep(2, 2))
                        .at("/spec/failedRunHistoryLimit")
                        .asInt())
                .isEqualTo(2);
        assertThatThrownBy(() -> Spark.readSchedule(odd).keep(-1, 2).manifest(Operator.kubeflow()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining(".keep(1, 1)");
        assertThatThrownBy(() -> Spark.readSchedule(odd).manifest(Operator.apache()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("any operator but Kubeflow's");
    }

    @Test
    void wrongValuesAndAnotherKindAreToldWithTheirPlace() {
        assertThatThrownBy(() -> Spark.readSchedule(NIGHTLY.replace("instances: 2", "instances: 0")))
                .isInstanceOf(InvalidManifestException.class)
                .hasMessageContaining("spec.template.executor.instances (line 28");
        assertThatThrownBy(() -> Spark.readSchedule(SampleFiles.path("kubeflow")))
                .isInstanceOf(InvalidManifestException.class)
                .hasMessageContaining("Spark.readApplication(..)");
    }

    private static JsonNode tree(ScheduleSpec spec) {
        return tree(spec.manifest(Operator.kubeflow()).toYaml());
    }

    private static JsonNode tree(String yaml) {
        return SampleFiles.document(yaml).root();
    }
}
