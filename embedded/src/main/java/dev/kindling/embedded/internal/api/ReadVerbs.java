package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.select.Selection;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.Snapshot;
import dev.kindling.embedded.internal.store.StatusException;
import java.util.List;

/** Get and list. */
final class ReadVerbs {
    private final ObjectStore store;

    ReadVerbs(ObjectStore store) {
        this.store = store;
    }

    Answer get(ResourcePath path, Representation form) {
        return store.get(path.type(), path.namespace(), path.name())
                .map(object -> Answer.ok(form.one(object)))
                .orElseThrow(() -> StatusException.notFound(path.type(), path.name()));
    }

    /** A page keeps the version of the first one, so that a watch from there misses nothing. */
    Answer list(ResourcePath path, Query query, Representation form) {
        Snapshot all = store.list(path.type(), path.namespace());
        Selection selection = query.selection();
        PageToken from = PageToken.parse(query.text("continue"));
        List<ObjectNode> selected = all.objects().stream()
                .filter(object -> from.isBefore(object) && selection.test(object))
                .toList();
        long limit = query.number("limit").orElse(0);
        long version = from.isStart() ? all.resourceVersion() : from.resourceVersion();
        if (limit <= 0 || selected.size() <= limit) {
            return Answer.ok(form.list(new Snapshot(selected, version), "", 0));
        }
        List<ObjectNode> page = selected.subList(0, (int) limit);
        ObjectNode last = page.get(page.size() - 1);
        String next = new PageToken(version, Meta.namespace(last), Meta.name(last)).write();
        return Answer.ok(form.list(new Snapshot(page, version), next, selected.size() - limit));
    }
}
