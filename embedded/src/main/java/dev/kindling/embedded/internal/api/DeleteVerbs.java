package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.select.Selection;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.DeleteOptions.Propagation;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.Snapshot;
import dev.kindling.embedded.internal.store.StatusException;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Delete one, delete a selection, evict. */
final class DeleteVerbs {
    /** Elsewhere a deletion that is through is answered with a Status; strict clients insist on which it is. */
    private static final Set<ResourceType> ANSWERED_WITH_THE_OBJECT = Set.of(
            ResourceTypes.PODS,
            ResourceTypes.SERVICES,
            ResourceTypes.CLAIMS,
            ResourceTypes.QUOTAS,
            ResourceTypes.SERVICE_ACCOUNTS);

    private final ObjectStore store;

    DeleteVerbs(ObjectStore store) {
        this.store = store;
    }

    Answer delete(ResourcePath path, Query query, Buffer body, Representation form) {
        ObjectNode last = store.delete(path.type(), path.namespace(), path.name(), options(query, body(body)));
        boolean stays = store.get(path.type(), path.namespace(), path.name())
                .filter(there -> Meta.uid(there).equals(Meta.uid(last)))
                .isPresent();
        boolean object = stays || ANSWERED_WITH_THE_OBJECT.contains(path.type());
        return Answer.ok(object ? form.one(last) : Answer.deleted(path.type(), last));
    }

    Answer deleteCollection(ResourcePath path, Query query, Buffer body, Representation form) {
        DeleteOptions options = options(query, body(body));
        Selection selection = query.selection();
        Snapshot all = store.list(path.type(), path.namespace());
        List<ObjectNode> deleted = new ArrayList<>();
        for (ObjectNode object : all.objects()) {
            if (selection.test(object)) {
                deleteIfThere(path, object, options, deleted);
            }
        }
        return Answer.ok(form.list(new Snapshot(deleted, all.resourceVersion()), "", 0));
    }

    Answer evict(ResourcePath path, Query query, Buffer body) {
        ObjectNode eviction = Json.readObject(body);
        store.delete(path.type(), path.namespace(), path.name(), options(query, eviction.path("deleteOptions")));
        ObjectNode success = Json.object("v1", "Status");
        return Answer.created(success.put("status", "Success").put("code", 201));
    }

    private void deleteIfThere(ResourcePath path, ObjectNode object, DeleteOptions options, List<ObjectNode> deleted) {
        try {
            String name = Meta.name(object);
            deleted.add(store.delete(path.type(), Meta.namespace(object), name, options.onlyUid(Meta.uid(object))));
        } catch (StatusException e) {
            boolean alreadyGone = e.code() == 404 || e.code() == 409;
            if (!alreadyGone) {
                throw e;
            }
        }
    }

    private static JsonNode body(Buffer body) {
        return body.length() == 0 ? JsonNodeFactory.instance.objectNode() : Json.readObject(body);
    }

    /** From the body or the parameters: clients use either. */
    private static DeleteOptions options(Query query, JsonNode body) {
        JsonNode grace = body.path("gracePeriodSeconds");
        Long seconds = grace.isNumber()
                ? Long.valueOf(grace.asLong())
                : query.number("gracePeriodSeconds").stream()
                        .boxed()
                        .findFirst()
                        .orElse(null);
        JsonNode preconditions = body.path("preconditions");
        boolean dryRun =
                query.isDryRun() || body.path("dryRun").path(0).asText().equals("All");
        return new DeleteOptions(
                seconds,
                propagation(query, body),
                textOrNull(preconditions.path("uid")),
                textOrNull(preconditions.path("resourceVersion")),
                dryRun);
    }

    private static Propagation propagation(Query query, JsonNode body) {
        if (body.path("orphanDependents").asBoolean(false)) {
            return Propagation.ORPHAN;
        }
        String policy = body.path("propagationPolicy").asText(query.text("propagationPolicy"));
        try {
            return policy.isEmpty() ? Propagation.BACKGROUND : Propagation.valueOf(policy.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw StatusException.unprocessable("DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: "
                    + "Unsupported value: \"" + policy + "\": supported values: \"Foreground\", \"Background\", "
                    + "\"Orphan\"");
        }
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
