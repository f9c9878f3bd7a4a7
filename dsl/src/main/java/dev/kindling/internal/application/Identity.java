package dev.kindling.internal.application;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Which resource it is, also when another one has the same name later. Handles keep this alone: ten thousand whole
 * resources would be most of a tracker's heap.
 */
record Identity(String namespace, String name, String uid) {

    static Identity of(HasMetadata resource) {
        var metadata = resource.getMetadata();
        return new Identity(metadata.getNamespace(), metadata.getName(), metadata.getUid());
    }

    boolean isOf(HasMetadata resource) {
        return uid.equals(resource.getMetadata().getUid());
    }
}
