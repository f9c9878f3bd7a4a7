package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.Snapshot;
import dev.kindling.embedded.internal.table.TableRenderer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/** How objects are written: whole, as table rows (what {@code kubectl get} asks for), or their metadata only. */
record Representation(Form form, ResourceType type, TableRenderer tables) {
    enum Form {
        WHOLE,
        TABLE,
        METADATA
    }

    /** The first form of the Accept header that is known here; whole objects if there is none. */
    static Representation of(HttpServerRequest request, ResourceType type, TableRenderer tables) {
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        for (String range : accept.split(",")) {
            if (range.contains("as=Table") && !range.contains("v=v1beta1")) {
                return new Representation(Form.TABLE, type, tables);
            }
            if (range.contains("as=PartialObjectMetadata")) {
                return new Representation(Form.METADATA, type, tables);
            }
        }
        return new Representation(Form.WHOLE, type, tables);
    }

    ObjectNode one(ObjectNode object) {
        return switch (form) {
            case WHOLE -> Json.inVersion(type, object);
            case METADATA -> TableRenderer.metadataOf(object);
            case TABLE -> tables.render(type, List.of(object), true);
        };
    }

    /** As part of a watch, where the columns are told once. */
    ObjectNode event(ObjectNode object, boolean first) {
        return form == Form.TABLE ? tables.render(type, List.of(object), first) : one(object);
    }

    ObjectNode list(Snapshot page, String next, long remaining) {
        ObjectNode list =
                switch (form) {
                    case WHOLE -> Json.object(type.apiVersion(), type.listKind());
                    case METADATA -> Json.object("meta.k8s.io/v1", "PartialObjectMetadataList");
                    case TABLE -> tables.render(type, page.objects(), true);
                };
        ObjectNode meta = list.putObject("metadata").put("resourceVersion", Long.toString(page.resourceVersion()));
        if (!next.isEmpty()) {
            meta.put("continue", next).put("remainingItemCount", remaining);
        }
        if (form != Form.TABLE) {
            ArrayNode items = list.putArray("items");
            page.objects().forEach(object -> items.add(one(object)));
        }
        return list;
    }

    ObjectNode bookmark(long resourceVersion) {
        ObjectNode object =
                switch (form) {
                    case WHOLE -> Json.object(type.apiVersion(), type.kind());
                    case METADATA -> Json.object("meta.k8s.io/v1", "PartialObjectMetadata");
                    case TABLE -> tables.render(type, List.of(), false);
                };
        object.withObject("/metadata").put("resourceVersion", Long.toString(resourceVersion));
        return object;
    }
}
