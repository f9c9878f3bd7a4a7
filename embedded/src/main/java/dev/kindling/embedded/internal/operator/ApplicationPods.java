package dev.kindling.embedded.internal.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pods of an application's current attempt; those of earlier attempts carry another submission id. */
final class ApplicationPods {

    private final ObjectStore store;

    ApplicationPods(ObjectStore store) {
        this.store = store;
    }

    @Nullable
    Pod driver(Application application) {
        return store.get(
                        ResourceTypes.PODS,
                        application.namespace(),
                        application.status().driverPod())
                .filter(pod -> belongs(pod, application, Role.DRIVER))
                .map(pod -> Json.read(pod, Pod.class))
                .orElse(null);
    }

    List<Pod> executors(Application application) {
        return store.list(ResourceTypes.PODS, application.namespace()).objects().stream()
                .filter(pod -> belongs(pod, application, Role.EXECUTOR))
                .map(pod -> Json.read(pod, Pod.class))
                .toList();
    }

    private static boolean belongs(JsonNode pod, Application application, Role role) {
        var labels = pod.at("/metadata/labels");
        return role.text.equals(labels.path(Labels.ROLE).asText())
                && application.name().equals(labels.path(Labels.APPLICATION).asText())
                && application
                        .status()
                        .submissionId()
                        .equals(labels.path(Labels.SUBMISSION).asText());
    }
}
