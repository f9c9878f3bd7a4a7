package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;

/** A pod runs as a service account that exists. */
final class ServiceAccountRule implements Admission {
    @Override
    public void admitCreate(ObjectStore store, ResourceType type, ObjectNode object) {
        if (!type.equals(ResourceTypes.PODS)) {
            return;
        }
        String namespace = Meta.namespace(object);
        String account = object.path("spec").path("serviceAccountName").asText();
        // Every namespace gets its "default" a moment after it was made: nobody should have to wait for that.
        boolean known = account.equals("default")
                || store.get(ResourceTypes.SERVICE_ACCOUNTS, namespace, account).isPresent();
        if (!known) {
            throw StatusException.forbidden(
                    type,
                    Meta.name(object),
                    "error looking up service account " + namespace + "/" + account + ": serviceaccount \"" + account
                            + "\" not found");
        }
    }
}
