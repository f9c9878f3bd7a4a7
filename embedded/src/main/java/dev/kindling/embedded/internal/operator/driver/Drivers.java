package dev.kindling.embedded.internal.operator.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.work.Json;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.internal.driver.DriverFactory;
import dev.kindling.internal.driver.DriverRequest;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;

/** Puts drivers into the cluster: all objects of one, or none and the reason. */
public final class Drivers {

    private static final Map<Class<? extends HasMetadata>, ResourceType> TYPES = Map.of(
            ConfigMap.class, ResourceTypes.CONFIG_MAPS,
            Secret.class, ResourceTypes.SECRETS,
            Service.class, ResourceTypes.SERVICES);

    private final ObjectStore store;

    public Drivers(ObjectStore store) {
        this.store = store;
    }

    /**
     * Builds and creates a driver's pod and what it needs. The pod comes first, so that it can own the rest; the kubelet
     * waits for what the pod mounts.
     *
     * @return the pod as stored
     * @throws RuntimeException also checked exceptions that Spark's builder does not declare
     */
    public ObjectNode submit(DriverRequest request) {
        var objects = DriverFactory.build(request);
        var pod = store.create(ResourceTypes.PODS, Json.write(objects.pod()));
        try {
            objects.ownedBy(Meta.name(pod), Meta.uid(pod)).forEach(this::create);
            return pod;
        } catch (RuntimeException e) {
            delete(pod);
            throw e;
        }
    }

    /** Builds a driver and forgets it: throws what {@link #submit} would throw before anything is created. */
    public void check(DriverRequest request) {
        DriverFactory.build(request);
    }

    /** Takes back what was submitted for a resource that is gone by now. */
    public void undo(String namespace, String podName, String ownerUid) {
        store.get(ResourceTypes.PODS, namespace, podName)
                .filter(pod -> Meta.owners(pod).stream()
                        .anyMatch(owner -> owner.path("uid").asText().equals(ownerUid)))
                .ifPresent(this::delete);
    }

    private void delete(ObjectNode pod) {
        var only = DeleteOptions.DEFAULT.onlyUid(Meta.uid(pod));
        store.delete(ResourceTypes.PODS, Meta.namespace(pod), Meta.name(pod), only);
    }

    private void create(HasMetadata dependent) {
        var type = TYPES.get(dependent.getClass());
        if (type == null) {
            throw new IllegalArgumentException("A driver with a " + dependent.getKind() + " can't run here");
        }
        store.create(type, Json.write(dependent));
    }
}
