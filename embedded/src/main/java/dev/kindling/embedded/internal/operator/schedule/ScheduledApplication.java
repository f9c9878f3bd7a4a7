package dev.kindling.embedded.internal.operator.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.kubeflow.Labels;
import dev.kindling.embedded.internal.store.Meta;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** One {@code ScheduledSparkApplication} as read from the store; the JSON is not changed. */
record ScheduledApplication(JsonNode json) {

    String namespace() {
        return Meta.namespace(json);
    }

    String name() {
        return Meta.name(json);
    }

    String uid() {
        return Meta.uid(json);
    }

    JsonNode spec() {
        return json.path("spec");
    }

    boolean isSuspended() {
        return spec().path("suspend").asBoolean();
    }

    ScheduleStatus status() {
        return ScheduleStatus.read(json.path("status"));
    }

    Schedule schedule() {
        return Schedule.parse(
                spec().path("schedule").asText(), spec().path("timeZone").asText());
    }

    /** How many finished runs of a kind stay. */
    int limit(String field) {
        return spec().path(field).asInt(1);
    }

    /** One run: its name ends with the time in nanoseconds. */
    ObjectNode run(Instant now) {
        var nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        var run = JsonNodeFactory.instance.objectNode();
        var metadata = Meta.of(run).put("name", name() + "-" + nanos).put("namespace", namespace());
        var labels = metadata.putObject("labels").put(Labels.SCHEDULE, name());
        Meta.labels(json).properties().forEach(label -> labels.set(label.getKey(), label.getValue()));
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", json.path("apiVersion").asText())
                .put("kind", json.path("kind").asText())
                .put("name", name())
                .put("uid", uid())
                .put("blockOwnerDeletion", true);
        run.set("spec", spec().path("template").deepCopy());
        return run;
    }
}
