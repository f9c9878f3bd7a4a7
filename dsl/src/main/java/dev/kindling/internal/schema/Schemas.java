package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The definitions to check against, each read and compiled when it is first asked for. Thread-safe. */
public final class Schemas {
    private static final Schemas SHIPPED = new Schemas(Schemas::resource);

    private final Map<ResourceKind, JsonSchema> compiled = new ConcurrentHashMap<>(new EnumMap<>(ResourceKind.class));
    private final Function<ResourceKind, JsonNode> source;

    private Schemas(Function<ResourceKind, JsonNode> source) {
        this.source = source;
    }

    /** Of the versions that {@code SOURCES.md} names. */
    public static Schemas shipped() {
        return SHIPPED;
    }

    /**
     * Of a cluster: what it says of a kind, or else the shipped one.
     *
     * @param definitions by kind, as {@code /openapi/v3} has them
     */
    public static Schemas of(Function<ResourceKind, Optional<JsonNode>> definitions) {
        return new Schemas(kind -> definitions.apply(kind).orElseGet(() -> resource(kind)));
    }

    /** The shipped definition of a kind as its operator wrote it: that of {@code openAPIV3Schema}. */
    public static JsonNode definition(ResourceKind kind) {
        return resource(kind);
    }

    JsonSchema of(ResourceKind kind) {
        return compiled.computeIfAbsent(kind, wanted -> compile(source.apply(wanted)));
    }

    private static JsonSchema compile(JsonNode definition) {
        var application = (ObjectNode) resource(ResourceKind.APACHE_APPLICATION);
        var closed = ClosedSchema.of(definition, application);
        var config = SchemaValidatorsConfig.builder().build();
        return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(closed, config);
    }

    private static JsonNode resource(ResourceKind kind) {
        try (var file = Schemas.class.getResourceAsStream(kind.fileName())) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Resource " + kind.fileName() + " of Kindling's jar cannot be read", e);
        }
    }
}
