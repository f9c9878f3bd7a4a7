package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import java.util.Locale;
import java.util.Optional;

/** Kubeflow's webhooks that refuse resources, with their words. */
public final class ValidatingWebhook implements Admission {

    @Override
    public void admitCreate(ObjectStore store, ResourceType type, ObjectNode object) {
        if (isKubeflow(type)) {
            refuse(type, Refusals.ofName(type.kind(), Meta.name(object)));
            refuse(type, ofSpec(type, object));
        }
    }

    /** A spec that stays as it is is not looked at: a status can be written whatever the spec says. */
    @Override
    public void admitUpdate(ObjectStore store, ResourceType type, ObjectNode current, ObjectNode changed) {
        if (isKubeflow(type) && !current.path("spec").equals(changed.path("spec"))) {
            refuse(type, ofSpec(type, changed));
        }
    }

    private static boolean isKubeflow(ResourceType type) {
        return type.group().equals(ResourceTypes.KUBEFLOW_APPLICATIONS.group());
    }

    private static Optional<String> ofSpec(ResourceType type, ObjectNode object) {
        var spec = object.path("spec");
        var namespace = Meta.namespace(object);
        if (type.equals(ResourceTypes.KUBEFLOW_APPLICATIONS)) {
            return Refusals.ofApplication(spec, namespace);
        }
        return type.equals(ResourceTypes.KUBEFLOW_SCHEDULED_APPLICATIONS)
                ? Refusals.ofSparkConf(spec.at("/template/sparkConf"), namespace)
                : Refusals.ofConnect(spec, Meta.name(object), namespace);
    }

    private static void refuse(ResourceType type, Optional<String> problem) {
        problem.ifPresent(why -> {
            throw StatusException.denied(webhook(type), why);
        });
    }

    private static String webhook(ResourceType type) {
        return "validate-sparkoperator-k8s-io-%s-%s.sparkoperator.k8s.io"
                .formatted(type.version(), type.kind().toLowerCase(Locale.ROOT));
    }
}
