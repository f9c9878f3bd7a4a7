package dev.kindling.internal.application;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;

/** What a submission notes on the custom resource, so that it can be told from others later. */
final class Annotations {

    /** Of everything that the spec says: whether a resource is of the same spec. */
    static final String SPEC_HASH = "kindling.dev/spec-hash";

    /** Of one call of {@code submitTo}: whether a resource is the one whose creation was not answered. */
    static final String SUBMISSION = "kindling.dev/submission";

    /** The Secret that pods refer to. */
    static final String RPC_SECRET = "kindling.dev/rpc-secret";

    /** The Secret with keys of object stores that pods refer to. */
    static final String S3_SECRET = "kindling.dev/s3-secret";

    /** The folder of the store that the run's code is in, and how long unused code stays there: {@code s3a://b/code PT1H}. */
    static final String CODE_STORE = "kindling.dev/code-store";

    private Annotations() {}

    static Optional<String> of(HasMetadata object, String key) {
        return Optional.ofNullable(object.getMetadata().getAnnotations()).map(annotations -> annotations.get(key));
    }

    static void put(HasMetadata object, Map<String, String> more) {
        object.getMetadata().getAnnotations().putAll(more);
    }
}
