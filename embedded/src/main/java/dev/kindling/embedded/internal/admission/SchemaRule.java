package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.StatusException;
import dev.kindling.internal.schema.ResourceKind;
import dev.kindling.internal.schema.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The resources of both Spark operators have to fit their definitions. A definition is read when its kind is first
 * written: most who start an embedded Kubernetes need at most one.
 */
public final class SchemaRule implements Admission {
    private static final Map<ResourceKind, StructuralSchema> READ = new ConcurrentHashMap<>();

    /** Fields that the definition of the object's kind does not know, by their paths. */
    public static List<String> unknownFields(JsonNode object) {
        return schema(object)
                .map(schema -> schema.unknownFields("spec", object.path("spec")))
                .orElse(List.of());
    }

    @Override
    public void admitCreate(ObjectStore store, ResourceType type, ObjectNode object) {
        schema(object).ifPresent(schema -> check(type, object, schema));
    }

    @Override
    public void admitUpdate(ObjectStore store, ResourceType type, ObjectNode current, ObjectNode changed) {
        if (!current.path("spec").equals(changed.path("spec"))) {
            admitCreate(store, type, changed);
        }
    }

    /** As in a cluster, unknown fields are left out without a word where nobody asks to be strict. */
    private static void check(ResourceType type, ObjectNode object, StructuralSchema schema) {
        schema.prune(object.path("spec"));
        var problems = schema.problems("spec", object.path("spec"));
        if (!problems.isEmpty()) {
            throw StatusException.invalid(type, Meta.name(object), problems);
        }
    }

    private static Optional<StructuralSchema> schema(JsonNode object) {
        return ResourceKind.of(object)
                .map(kind -> READ.computeIfAbsent(
                        kind,
                        wanted ->
                                new StructuralSchema(Schemas.definition(wanted).at("/properties/spec"))));
    }
}
