package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;

/** Objects live in a namespace that exists and stays. */
final class NamespaceRule implements Admission {
    @Override
    public void admitCreate(ObjectStore store, ResourceType type, ObjectNode object) {
        if (!type.namespaced()) {
            return;
        }
        String namespace = Meta.namespace(object);
        ObjectNode found = store.get(ResourceTypes.NAMESPACES, "", namespace)
                .orElseThrow(() -> StatusException.notFound(ResourceTypes.NAMESPACES, namespace));
        if (Meta.isTerminating(found)) {
            throw StatusException.forbidden(
                    type,
                    Meta.name(object),
                    "unable to create new content in namespace " + namespace + " because it is being terminated");
        }
    }

    @Override
    public void admitDelete(ResourceType type, ObjectNode object) {
        if (type.equals(ResourceTypes.NAMESPACES) && Meta.name(object).equals("default")) {
            throw StatusException.forbidden(type, "default", "this namespace may not be deleted");
        }
    }
}
