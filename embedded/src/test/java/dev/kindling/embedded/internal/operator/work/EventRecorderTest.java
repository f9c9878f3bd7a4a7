package dev.kindling.embedded.internal.operator.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventRecorderTest {

    private final ObjectStore store = new ObjectStore(Admission.NONE);
    private final EventRecorder recorder = new EventRecorder(store, "operator", Clock.systemUTC());
    private final JsonNode object = Json.write(Map.of(
            "kind", "SparkApplication", "metadata", Map.of("name", "nightly", "namespace", "etl", "uid", "1-2")));

    @Test
    void whatHappensAgainIsCounted() {
        recorder.record(object, Happening.warning("Suspended", "nightly is suspended"));
        recorder.record(object, Happening.warning("Suspended", "nightly is suspended"));
        recorder.record(object, Happening.normal("Resuming", "nightly is resuming"));

        assertThat(events()).hasSize(2).anySatisfy(event -> {
            assertThat(event.path("count").asInt()).isEqualTo(2);
            assertThat(event.path("type").asText()).isEqualTo("Warning");
            assertThat(event.at("/involvedObject/uid").asText()).isEqualTo("1-2");
            assertThat(event.at("/source/component").asText()).isEqualTo("operator");
        });
    }

    private List<? extends JsonNode> events() {
        return store.list(ResourceTypes.EVENTS, "etl").objects();
    }
}
