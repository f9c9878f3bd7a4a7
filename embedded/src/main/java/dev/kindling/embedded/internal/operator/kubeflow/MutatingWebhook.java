package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;

/** Kubeflow's webhook that completes applications. Only before a run begins: a running one keeps what it was given. */
public final class MutatingWebhook implements Admission {

    @Override
    public void admitCreate(ObjectStore store, ResourceType type, ObjectNode object) {
        if (type.equals(ResourceTypes.KUBEFLOW_APPLICATIONS)) {
            var state = new Application(object).status().state();
            if (state == ApplicationState.NEW || state == ApplicationState.INVALIDATING) {
                SpecDefaults.fill(object.withObject("/spec"));
            }
        }
    }

    @Override
    public void admitUpdate(ObjectStore store, ResourceType type, ObjectNode current, ObjectNode changed) {
        if (!current.path("spec").equals(changed.path("spec"))) {
            admitCreate(store, type, changed);
        }
    }
}
