package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A definition in which an unknown field is an error, and which knows what Kubeflow's leaves open: its pod templates and
 * the metadata of all. For those it takes the model of Kubernetes that Apache's definition holds.
 */
final class ClosedSchema {
    private static final String POD_TEMPLATE = "podTemplate";
    private static final String METADATA = "objectMeta";

    private ClosedSchema() {}

    /**
     * @param definition as the operator wrote it
     * @param application Apache's definition of an application
     */
    static JsonNode of(JsonNode definition, ObjectNode application) {
        var schema = (ObjectNode) definition.deepCopy();
        var properties = schema.withObject("/properties");
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        properties.set("metadata", reference(METADATA));
        properties.putObject("status"); // the operator's, not what anybody asks for
        var template = application.at("/properties/spec/properties/driverSpec/properties/podTemplateSpec");
        close(schema);
        var definitions = schema.putObject("definitions");
        definitions.set(POD_TEMPLATE, closed(template));
        definitions.set(METADATA, closed(template.at("/properties/metadata")));
        return schema;
    }

    private static JsonNode closed(JsonNode schema) {
        var copy = schema.deepCopy();
        close(copy);
        return copy;
    }

    private static void close(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        if (object.has("properties")) {
            object.withObject("/properties").properties().forEach(property -> {
                if (property.getValue().has("x-kubernetes-preserve-unknown-fields")) {
                    property.setValue(reference(POD_TEMPLATE)); // in all five only templates are left open
                } else {
                    close(property.getValue());
                }
            });
            object.put("additionalProperties", false);
        } else {
            close(object.path("additionalProperties"));
        }
        close(object.path("items"));
    }

    private static ObjectNode reference(String definition) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/definitions/" + definition);
    }
}
