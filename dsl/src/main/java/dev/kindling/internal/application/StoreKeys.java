package dev.kindling.internal.application;

import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.internal.conf.StaticKeys;
import dev.kindling.internal.kubernetes.ClusterErrors;
import dev.kindling.internal.kubernetes.KeySecret;
import dev.kindling.internal.plan.ApplicationPlan;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The Secret with the keys of object stores that a spec holds itself. It is made after the resource that owns it, so that
 * none is ever left behind: pods wait until it is there. Its name says nothing of what it holds, since a hash of a key can
 * be guessed at; restarts share it and own it together, and it goes with the last of them.
 */
final class StoreKeys {
    private static final int CONFLICT = 409;

    private final ApplicationApi api;
    private final String name;

    StoreKeys(ApplicationApi api, String name) {
        this.api = api;
        this.name = name;
    }

    /** The draft of a plan in which references stand for keys. */
    static Draft draft(ApplicationPlan plan, Function<ApplicationPlan, Draft> drafting) {
        var workload = plan.workload();
        return StaticKeys.data(workload.s3())
                .map(data -> {
                    var secret = workload.name() + "-s3-" + Draft.random();
                    var moved = workload.s3(store -> StaticKeys.movedTo(secret, store));
                    return drafting.apply(plan.workload(moved)).storeKeys(secret, data);
                })
                .orElseGet(() -> drafting.apply(plan));
    }

    /** Makes it, or lets the resource own the one that is there. */
    void give(GenericKubernetesResource owner, Map<String, String> data) {
        if (data.isEmpty() || !tried("create", owner, () -> created(owner, data))) {
            tried("patch", owner, () -> share(owner));
        }
    }

    /** Pods without their keys would wait for ever: the resource goes again. */
    private boolean tried(String verb, GenericKubernetesResource owner, BooleanSupplier request) {
        try {
            return request.getAsBoolean();
        } catch (KubernetesClientException e) {
            new Deletion(api, Identity.of(owner)).request();
            throw ClusterErrors.of(
                    new Request(verb, "secrets", name, api.namespace()),
                    api.connection().apiServer(),
                    e);
        }
    }

    private boolean created(GenericKubernetesResource owner, Map<String, String> data) {
        var secret = KeySecret.of(name, api.namespace(), data);
        secret.getMetadata().getOwnerReferences().add(reference(owner));
        try {
            api.connection().client().resource(secret).create();
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() != CONFLICT) {
                throw e;
            }
            return false;
        }
    }

    /** Adds an owner without reading what is in it: to merge lists of owners is the server's part. */
    private boolean share(GenericKubernetesResource owner) {
        var owned = new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(api.namespace())
                .withOwnerReferences(reference(owner))
                .endMetadata()
                .build();
        api.connection().client().resource(owned).patch(PatchContext.of(PatchType.STRATEGIC_MERGE));
        return true;
    }

    static OwnerReference reference(GenericKubernetesResource owner) {
        return new OwnerReferenceBuilder()
                .withApiVersion(owner.getApiVersion())
                .withKind(owner.getKind())
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .build();
    }
}
