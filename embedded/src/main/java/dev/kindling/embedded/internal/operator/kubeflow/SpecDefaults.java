package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** The defaults of an application's spec. They come from the webhook: the operator itself has none. */
final class SpecDefaults {

    private static final int RETRY_SECONDS = 5;

    private SpecDefaults() {}

    static void fill(ObjectNode spec) {
        put(spec, "type", "Scala");
        put(spec, "mode", "cluster");
        spec.withObject("/deps");
        var restart = spec.withObject("/restartPolicy");
        put(restart, "type", "Never");
        if (!restart.path("type").asText().equals("Never")) {
            put(restart, "onFailureRetryInterval", RETRY_SECONDS);
            put(restart, "onSubmissionFailureRetryInterval", RETRY_SECONDS);
        }
        size(spec, "driver");
        size(spec, "executor");
        executors(spec);
    }

    private static void size(ObjectNode spec, String role) {
        var section = spec.withObject("/" + role);
        var conf = spec.path("sparkConf");
        if (!conf.has("spark." + role + ".cores")) {
            put(section, "cores", 1);
        }
        if (!conf.has("spark." + role + ".memory")) {
            put(section, "memory", "1g");
        }
    }

    private static void executors(ObjectNode spec) {
        var dynamic = isDynamic(spec);
        if (!dynamic && spec.at("/sparkConf/spark.executor.instances").asText().isEmpty()) {
            put(spec.withObject("/executor"), "instances", 1);
        }
        if (dynamic && spec.get("dynamicAllocation") instanceof ObjectNode allocation) {
            put(allocation, "shuffleTrackingEnabled", BooleanNode.TRUE);
        }
    }

    /** Release 2.5.2 looks for Spark's setting in lower case, and so never finds it: there are executors after all. */
    private static boolean isDynamic(JsonNode spec) {
        return spec.hasNonNull("dynamicAllocation")
                ? spec.at("/dynamicAllocation/enabled").asBoolean()
                : spec.path("sparkConf").path("spark.dynamicallocation.enabled").asBoolean();
    }

    private static void put(ObjectNode object, String field, String value) {
        put(object, field, TextNode.valueOf(value));
    }

    private static void put(ObjectNode object, String field, int value) {
        put(object, field, IntNode.valueOf(value));
    }

    private static void put(ObjectNode object, String field, JsonNode value) {
        if (!object.hasNonNull(field)) {
            object.set(field, value);
        }
    }
}
