package dev.kindling.embedded.internal.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to put an application's driver into the cluster: all of its objects, or none and the reason. */
final class Submission {

    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);

    private static final Map<Class<? extends HasMetadata>, ResourceType> TYPES = Map.of(
            ConfigMap.class, ResourceTypes.CONFIG_MAPS,
            Secret.class, ResourceTypes.SECRETS,
            Service.class, ResourceTypes.SERVICES);

    private final ObjectStore store;
    private final DriverFactory drivers;

    Submission(ObjectStore store, DriverFactory drivers) {
        this.store = store;
        this.drivers = drivers;
    }

    ApplicationStatus submit(Application application, Instant now) {
        var status = application.status().submitting(application.driverPod(), now);
        var refusal = Refusal.of(application);
        if (refusal.isPresent()) {
            return status.in(ApplicationState.SUBMISSION_FAILED, refusal.get());
        }
        try {
            create(application, drivers.build(application, status.submissionId()));
            return status.submitted();
        } catch (Exception e) { // Spark's builder throws checked exceptions that it doesn't declare
            LOG.debug("SparkApplication {}/{} not submitted", application.namespace(), application.name(), e);
            return status.in(ApplicationState.SUBMISSION_FAILED, "failed to submit spark application: " + message(e));
        }
    }

    /** For an application that was deleted while it was submitted. */
    void undo(Application application) {
        store.get(ResourceTypes.PODS, application.namespace(), application.driverPod())
                .filter(pod -> application
                        .uid()
                        .equals(pod.at("/metadata/ownerReferences/0/uid").asText()))
                .ifPresent(pod -> store.delete(
                        ResourceTypes.PODS,
                        application.namespace(),
                        application.driverPod(),
                        DeleteOptions.DEFAULT.onlyUid(Meta.uid(pod))));
    }

    /** The pod comes first, so that it can own the rest; the kubelet waits for what the pod mounts. */
    private void create(Application application, DriverObjects objects) {
        var pod = ownerReference(store.create(ResourceTypes.PODS, Json.write(objects.pod())));
        try {
            for (var dependent : objects.dependents()) {
                create(dependent, application.namespace(), pod);
            }
        } catch (RuntimeException e) {
            undo(application);
            throw e;
        }
    }

    private void create(HasMetadata dependent, String namespace, OwnerReference pod) {
        var type = TYPES.get(dependent.getClass());
        if (type == null) {
            throw new IllegalArgumentException("A driver with a " + dependent.getKind() + " can't run here");
        }
        dependent.getMetadata().setNamespace(namespace);
        dependent.addOwnerReference(pod);
        store.create(type, Json.write(dependent));
    }

    private static OwnerReference ownerReference(ObjectNode pod) {
        return new OwnerReferenceBuilder()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName(Meta.name(pod))
                .withUid(Meta.uid(pod))
                .withController(true)
                .build();
    }

    private static String message(Throwable e) {
        var cause = e.getCause() == null ? "" : ": " + message(e.getCause());
        return (e.getMessage() == null ? e.getClass().getName() : e.getMessage()) + cause;
    }
}
