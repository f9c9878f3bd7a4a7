package dev.kindling.internal.application;

import dev.kindling.internal.code.Delivery;
import dev.kindling.internal.code.Shipment;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A draft whose code is brought to its store before the resource is made, and let go of if none is made. */
record Shipped(Draft draft, Shipment shipment, Optional<S3> s3, KubernetesCluster cluster) {

    private static final Logger LOG = LoggerFactory.getLogger(Shipped.class);

    static Shipped of(Draft draft, Shipment shipment, KubernetesCluster cluster) {
        return new Shipped(
                shipment.store().map(draft::codeIn).orElse(draft),
                shipment,
                shipment.plan().workload().s3(),
                cluster);
    }

    /** The resource, made or taken for the one that is there. */
    GenericKubernetesResource create(Consumer<String> progress, Supplier<GenericKubernetesResource> creation) {
        if (shipment.store().isEmpty()) {
            return creation.get();
        }
        try {
            new Delivery(shipment, progress).run(draft.submission(), s3.orElseThrow(), cluster);
            var made = creation.get();
            if (Annotations.of(made, Annotations.SUBMISSION)
                    .filter(draft.submission()::equals)
                    .isEmpty()) {
                release(); // An earlier run of the same key has references of its own.
            }
            return made;
        } catch (RuntimeException e) {
            release();
            throw e;
        }
    }

    private void release() {
        CodeReferences.of(draft.resource()).ifPresent(references -> quietly(references, s3, cluster));
    }

    /** What was wanted is done, or has failed for a reason of its own; what stays behind is named. */
    static void quietly(CodeReferences references, Optional<S3> s3, KubernetesCluster cluster) {
        try {
            references.release(s3, cluster);
        } catch (RuntimeException e) {
            LOG.warn(
                    "References of submission {} stay in {}, and what they refer to: {}",
                    references.submission(),
                    references.store(),
                    e.getMessage());
        }
    }
}
