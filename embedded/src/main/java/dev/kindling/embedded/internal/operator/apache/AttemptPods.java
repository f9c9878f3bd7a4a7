package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.work.Json;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.internal.driver.Role;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import java.util.stream.Stream;

/** The pods of one attempt, by their labels. */
final class AttemptPods {

    private final ObjectStore store;

    AttemptPods(ObjectStore store) {
        this.store = store;
    }

    Optional<Pod> driver(Application application, Attempt attempt) {
        return pods(application, attempt, Role.DRIVER)
                .map(pod -> Json.read(pod, Pod.class))
                .findFirst();
    }

    int readyExecutors(Application application, Attempt attempt) {
        return (int) pods(application, attempt, Role.EXECUTOR)
                .map(pod -> Json.read(pod, Pod.class))
                .filter(DriverObserver::isReady)
                .count();
    }

    /** Deletes the driver, with which goes what it owns. Whether it is gone; else its end will be an event. */
    boolean release(Application application, Attempt attempt) {
        pods(application, attempt, Role.DRIVER)
                .filter(pod -> !Meta.isTerminating(pod))
                .forEach(pod -> store.delete(
                        ResourceTypes.PODS,
                        Meta.namespace(pod),
                        Meta.name(pod),
                        DeleteOptions.DEFAULT.onlyUid(Meta.uid(pod))));
        return pods(application, attempt, Role.DRIVER).findAny().isEmpty();
    }

    private Stream<ObjectNode> pods(Application application, Attempt attempt, Role role) {
        return store.list(ResourceTypes.PODS, application.namespace()).objects().stream()
                .filter(pod -> belongs(Meta.labels(pod), application, attempt, role));
    }

    private static boolean belongs(JsonNode labels, Application application, Attempt attempt, Role role) {
        return role.text.equals(labels.path(Labels.ROLE).asText())
                && application.name().equals(labels.path(Labels.APPLICATION).asText())
                && application.id(attempt).equals(labels.path(Labels.ATTEMPT).asText());
    }
}
