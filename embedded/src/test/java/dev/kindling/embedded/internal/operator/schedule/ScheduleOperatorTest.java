package dev.kindling.embedded.internal.operator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.work.Json;
import dev.kindling.embedded.internal.operator.work.WorkQueue;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a real store and nobody who runs what is started. */
class ScheduleOperatorTest {

    private final ObjectStore store = new ObjectStore(Admission.NONE);
    private final WorkQueue queue = new WorkQueue("operator-test");
    private final ScheduleOperator operator = ScheduleOperator.start(store, queue);

    @AfterEach
    void close() {
        operator.close();
        queue.close();
    }

    @Test
    void runsAreStartedUntilItIsSuspended() {
        create(Map.of("concurrencyPolicy", "Allow"));
        await().until(() -> runs().size() >= 2);
        change("suspend", true);
        var names = runs().stream().map(Meta::name).toList();

        assertThat(names).allMatch(name -> name.matches("often-\\d{19}"));
        assertThat(names).contains(status().path("lastRunName").asText());
        await().during(Duration.ofMillis(1_500)).until(() -> runs().size() == names.size());
    }

    @Test
    void onlySoManyFinishedRunsAreKept() {
        create(Map.of("concurrencyPolicy", "Forbid", "successfulRunHistoryLimit", 1));
        for (var number = 1; number <= 3; number++) {
            await().until(() -> runs().stream().anyMatch(run -> !run.has("status")));
            runs().stream().filter(run -> !run.has("status")).forEach(this::complete);
        }
        await().until(() -> status().path("pastSuccessfulRunNames").size() == 1
                && runs().stream().anyMatch(run -> !run.has("status")));

        assertThat(runs().stream().filter(run -> run.has("status"))).hasSizeLessThanOrEqualTo(2);
    }

    private void create(Map<String, Object> fields) {
        var json = Json.write(Map.of(
                "metadata", Map.of("name", "often", "namespace", "etl"),
                "spec", Map.of("schedule", "@every 1s", "template", Map.of("type", "Java"))));
        ((ObjectNode) json.path("spec")).setAll(Json.write(fields));
        store.create(ResourceTypes.KUBEFLOW_SCHEDULED_APPLICATIONS, json);
    }

    private void change(String field, boolean value) {
        store.update(ResourceTypes.KUBEFLOW_SCHEDULED_APPLICATIONS, "etl", "often", json -> {
            json.withObject("/spec").put(field, value);
            return json;
        });
    }

    private void complete(JsonNode run) {
        store.update(ResourceTypes.KUBEFLOW_APPLICATIONS, "etl", Meta.name(run), json -> {
            json.withObject("/status/applicationState").put("state", "COMPLETED");
            return json;
        });
    }

    private JsonNode status() {
        return store.get(ResourceTypes.KUBEFLOW_SCHEDULED_APPLICATIONS, "etl", "often")
                .orElseThrow()
                .path("status");
    }

    private List<ObjectNode> runs() {
        return store.list(ResourceTypes.KUBEFLOW_APPLICATIONS, "etl").objects();
    }
}
