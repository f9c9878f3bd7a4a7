package dev.kindling.internal.application;

import dev.kindling.internal.code.Delivery;
import dev.kindling.internal.code.Shipment;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A draft whose code is brought to its store before the resource is made, and let go of if none is made. */
record Shipped(Draft draft, Shipment shipment, Optional<S3> s3, KubernetesCluster cluster) {

    static Shipped of(Draft draft, Shipment shipment, KubernetesCluster cluster) {
        return new Shipped(
                shipment.store().map(draft::codeIn).orElse(draft),
                shipment,
                shipment.plan().workload().s3(),
                cluster);
    }

    /** The resource, made or taken for the one that is there. */
    GenericKubernetesResource create(ApplicationApi api, Consumer<String> progress) {
        draft.resource().getMetadata().setNamespace(api.namespace());
        var code = CodeReferences.of(draft.resource());
        return keeping(code, api, s3, cluster, () -> {
            code.ifPresent(references ->
                    new Delivery(shipment, progress).run(references.reference(api), s3.orElseThrow(), cluster));
            var made = new Creation(api, draft).run();
            // The earlier run of a key has references of its own.
            code.ifPresent(
                    isOurs(made)
                            ? references -> references.sweepAtTimes(api, s3, cluster)
                            : references -> references.withoutRun().release(api, s3, cluster));
            return made;
        });
    }

    private boolean isOurs(GenericKubernetesResource made) {
        return Annotations.of(made, Annotations.SUBMISSION)
                .filter(draft.submission()::equals)
                .isPresent();
    }

    /** References stay only if what they are for was made. */
    static GenericKubernetesResource keeping(
            Optional<CodeReferences> code,
            ApplicationApi api,
            Optional<S3> s3,
            KubernetesCluster cluster,
            Supplier<GenericKubernetesResource> creation) {
        try {
            return creation.get();
        } catch (RuntimeException e) {
            code.ifPresent(references -> references.withoutRun().release(api, s3, cluster));
            throw e;
        }
    }
}
