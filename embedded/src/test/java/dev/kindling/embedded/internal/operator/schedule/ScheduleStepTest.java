package dev.kindling.embedded.internal.operator.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.work.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleStepTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.25Z");
    private static final Instant PAST = Instant.parse("2026-11-23T09:59:00Z");

    @Test
    void aNewScheduleWaitsForItsFirstTime() {
        var step = ScheduleStep.of(schedule(Map.of(), null), List.of(), NOW);

        assertThat(step.start()).isFalse();
        assertThat(step.status().state()).isEqualTo("Scheduled");
        assertThat(step.status().nextRun()).isEqualTo("2026-11-23T10:00:20Z");
        assertThat(step.again()).hasValue(Duration.ofMillis(19_750));
    }

    @ParameterizedTest
    @CsvSource({
        "Allow,   RUNNING,   true,  false",
        "Forbid,  RUNNING,   false, false",
        "Forbid,  FAILING,   false, false",
        "Forbid,  COMPLETED, true,  false",
        "Replace, RUNNING,   true,  true",
        "Replace, FAILED,    true,  false",
        "'',      COMPLETED, false, false",
        "Sometimes, COMPLETED, false, false",
    })
    void thePolicyDecidesBesideAnotherRun(String policy, String state, boolean starts, boolean replaces) {
        var last = new Run("nightly-1", PAST, state);
        var step = ScheduleStep.of(due(Map.of("concurrencyPolicy", policy)), List.of(last), NOW);

        assertThat(step.start()).isEqualTo(starts);
        assertThat(step.delete()).isEqualTo(replaces ? List.of("nightly-1") : List.of());
        assertThat(step.again()).isPresent();
    }

    @Test
    void theFirstRunNeedsNoPolicy() {
        assertThat(ScheduleStep.of(due(Map.of()), List.of(), NOW).start()).isTrue();
    }

    @Test
    void aSuspendedScheduleDoesNothing() {
        var step = ScheduleStep.of(due(Map.of("suspend", true)), List.of(), NOW);

        assertThat(step.start()).isFalse();
        assertThat(step.again()).isEmpty();
    }

    @Test
    void whatIsInvalidStaysSoEvenIfItIsMended() {
        var broken = ScheduleStep.of(schedule(Map.of("schedule", "often"), null), List.of(), NOW)
                .status();
        var mended = ScheduleStep.of(schedule(Map.of(), broken), List.of(), NOW);

        assertThat(broken.state()).isEqualTo("FailedValidation");
        assertThat(broken.reason()).isEqualTo("expected exactly 5 fields, found 1: [often]");
        assertThat(mended.status()).isEqualTo(broken);
    }

    @Test
    void aRunIsNamedByTheNanosecondAndLabelled() {
        var run = schedule(Map.of(), null).run(NOW);

        assertThat(run.at("/metadata/name").asText()).isEqualTo("nightly-1795428000250000000");
        assertThat(run.at("/metadata/labels")
                        .path("sparkoperator.k8s.io/scheduled-app-name")
                        .asText())
                .isEqualTo("nightly");
        assertThat(run.at("/metadata/labels/team").asText()).isEqualTo("census");
        assertThat(run.at("/metadata/ownerReferences/0/controller").isMissingNode())
                .isTrue();
        assertThat(run.at("/spec/type").asText()).isEqualTo("Java");
    }

    @Test
    void theStatusIsReadAsItWasWritten() {
        var status = ScheduleStatus.read(Json.write(Map.of()))
                .scheduled(NOW)
                .ran("nightly-1", NOW, NOW.plusSeconds(20))
                .keeping(List.of("nightly-0"), List.of());

        assertThat(ScheduleStatus.read(status.json())).isEqualTo(status);
        assertThat(status.json().has("pastFailedRunNames")).isFalse();
    }

    private static ScheduledApplication due(Map<String, Object> fields) {
        return schedule(fields, ScheduleStatus.read(Json.write(Map.of())).scheduled(PAST));
    }

    private static ScheduledApplication schedule(Map<String, Object> fields, ScheduleStatus status) {
        var json = Json.write(Map.of(
                "apiVersion",
                "sparkoperator.k8s.io/v1beta2",
                "kind",
                "ScheduledSparkApplication",
                "metadata",
                Map.of("name", "nightly", "namespace", "etl", "labels", Map.of("team", "census")),
                "spec",
                Map.of("schedule", "@every 20s", "template", Map.of("type", "Java"))));
        ((ObjectNode) json.path("spec")).setAll(Json.write(fields));
        if (status != null) {
            json.set("status", status.json());
        }
        return new ScheduledApplication(json);
    }
}
