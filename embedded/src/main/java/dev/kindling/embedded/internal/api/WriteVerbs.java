package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.admission.SchemaRule;
import dev.kindling.embedded.internal.patch.PatchType;
import dev.kindling.embedded.internal.patch.Patches;
import dev.kindling.embedded.internal.patch.ServerSideApply;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.StatusException;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.UnaryOperator;

/** Create, replace and patch; the object and its status are written separately where a type has both. */
final class WriteVerbs {
    private final ObjectStore store;

    WriteVerbs(ObjectStore store) {
        this.store = store;
    }

    Answer create(ResourcePath path, Query query, Buffer body, Representation form) {
        ObjectNode object = Json.readObject(body);
        checkFitsPath(path, object);
        checkFields(query, object);
        return Answer.created(form.one(create(path, object, query.isDryRun())));
    }

    Answer replace(ResourcePath path, Query query, Buffer body, Representation form) {
        ObjectNode object = Json.readObject(body);
        checkFitsPath(path, object);
        checkFields(query, object);
        return update(path, query, form, current -> separate(path, current, object));
    }

    Answer patch(ResourcePath path, Query query, String contentType, Buffer body, Representation form) {
        PatchType how = PatchType.of(contentType);
        JsonNode patch = Json.read(body);
        if (how == PatchType.APPLY) {
            return apply(path, query, Json.readObject(body), form);
        }
        return update(
                path,
                query,
                form,
                current -> separate(path, current, Patches.apply(how, path.type(), current.deepCopy(), patch)));
    }

    private Answer apply(ResourcePath path, Query query, ObjectNode applied, Representation form) {
        checkFitsPath(path, applied);
        checkFields(query, applied);
        ServerSideApply apply = new ServerSideApply(path.type(), query.text("fieldManager"), query.flag("force"));
        boolean there = store.get(path.type(), path.namespace(), path.name()).isPresent();
        if (!there && path.isObject()) {
            Meta.of(applied).put("name", path.name());
            return Answer.created(form.one(create(path, apply.create(applied), query.isDryRun())));
        }
        return update(path, query, form, current -> separate(path, current, apply.update(current.deepCopy(), applied)));
    }

    private ObjectNode create(ResourcePath path, ObjectNode object, boolean dryRun) {
        if (path.type().hasStatus()) {
            object.remove("status");
        }
        if (path.type().namespaced()) {
            Meta.of(object).put("namespace", path.namespace());
        }
        return store.create(path.type(), object, dryRun);
    }

    private Answer update(ResourcePath path, Query query, Representation form, UnaryOperator<ObjectNode> change) {
        ObjectNode stored = store.update(path.type(), path.namespace(), path.name(), query.isDryRun(), change);
        return Answer.ok(form.one(stored));
    }

    /** Of what was written to the status path only the status counts, elsewhere everything but the status. */
    private static ObjectNode separate(ResourcePath path, ObjectNode current, ObjectNode written) {
        ObjectNode result = path.isStatus() ? current.deepCopy() : written;
        if (path.isStatus()) {
            copy("status", written, result);
            copy("resourceVersion", Meta.of(written), Meta.of(result));
        } else if (path.type().hasStatus()) {
            copy("status", current, result);
        }
        if (!Meta.of(written).has("managedFields")) {
            copy("managedFields", Meta.of(current), Meta.of(result));
        }
        return result;
    }

    private static void copy(String field, ObjectNode from, ObjectNode to) {
        if (from.has(field)) {
            to.set(field, from.get(field));
        } else {
            to.remove(field);
        }
    }

    /** Only the definitions of Spark's operators are known here. */
    private static void checkFields(Query query, ObjectNode object) {
        List<String> unknown =
                query.text("fieldValidation").equals("Strict") ? SchemaRule.unknownFields(object) : List.of();
        if (!unknown.isEmpty()) {
            String kind = object.path("kind").asText();
            String version = object.path("apiVersion").asText().replaceFirst(".*/", "");
            throw StatusException.badRequest(kind + " in version \"" + version + "\" cannot be handled as a " + kind
                    + ": strict decoding error: unknown field \"" + String.join("\", unknown field \"", unknown)
                    + "\"");
        }
    }

    private static void checkFitsPath(ResourcePath path, ObjectNode object) {
        ResourceType type = path.type();
        String version = object.path("apiVersion").asText(type.apiVersion());
        String kind = object.path("kind").asText(type.kind());
        if (!version.equals(type.apiVersion()) || !kind.equals(type.kind())) {
            throw StatusException.badRequest(kind + " in version \"" + version + "\" cannot be handled as a "
                    + type.kind() + " in version \"" + type.apiVersion() + "\"");
        }
        String namespace = Meta.namespace(object);
        if (type.namespaced() && !namespace.isEmpty() && !namespace.equals(path.namespace())) {
            throw StatusException.badRequest("the namespace of the provided object does not match the namespace sent "
                    + "on the request: " + namespace + ", " + path.namespace());
        }
        String name = Meta.name(object);
        if (!path.isCollection() && !name.isEmpty() && !name.equals(path.name())) {
            throw StatusException.badRequest(
                    "the name of the object (" + name + ") does not match the name on the URL (" + path.name() + ")");
        }
    }
}
