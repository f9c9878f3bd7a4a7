package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.operator.work.Json;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import dev.kindling.internal.driver.Role;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/** What the cluster holds of an application's current attempt: found by name or label, and deleted. */
final class ApplicationObjects {

    private final ObjectStore store;

    ApplicationObjects(ObjectStore store) {
        this.store = store;
    }

    Seen look(Application application) {
        var driver = store.get(ResourceTypes.PODS, application.namespace(), driverPod(application))
                .map(pod -> Json.read(pod, Pod.class))
                .orElse(null);
        var service = application.status().uiService();
        var exposed = !service.isEmpty()
                && store.get(ResourceTypes.SERVICES, application.namespace(), service)
                        .isPresent();
        return new Seen(driver, executors(application), exposed);
    }

    /** The driver's pod by its name, whoever made it: Kubeflow does the same. */
    void delete(Application application) {
        delete(ResourceTypes.PODS, application.namespace(), driverPod(application));
        var service = application.status().uiService();
        if (!service.isEmpty()) {
            delete(ResourceTypes.SERVICES, application.namespace(), service);
        }
    }

    private void delete(ResourceType type, String namespace, String name) {
        try {
            store.delete(type, namespace, name, DeleteOptions.DEFAULT);
        } catch (StatusException e) {
            if (e.code() != 404) {
                throw e;
            }
        }
    }

    private List<Pod> executors(Application application) {
        return store.list(ResourceTypes.PODS, application.namespace()).objects().stream()
                .filter(pod -> isExecutor(pod.at("/metadata/labels"), application))
                .map(pod -> Json.read(pod, Pod.class))
                .toList();
    }

    /** A status that was reset names no pod, but the pod may still be there. */
    private static String driverPod(Application application) {
        var named = application.status().driverPod();
        return named.isEmpty() ? application.driverPod() : named;
    }

    private static boolean isExecutor(JsonNode labels, Application application) {
        var submission = application.status().submissionId();
        return Role.EXECUTOR.text.equals(labels.path(Labels.ROLE).asText())
                && application.name().equals(labels.path(Labels.APPLICATION).asText())
                && submission.equals(labels.path(Labels.SUBMISSION).asText());
    }
}
