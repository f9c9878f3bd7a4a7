package dev.kindling;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.internal.storage.StoreCheck;
import dev.kindling.storage.S3;

/**
 * An object store to be asked from this JVM. Immutable and thread-safe.
 *
 * <pre>{@code
 * static void check() {
 *     Diagnosis lake = Spark.store(S3.minio("http://localhost:9000")).check("lake");
 *     lake.first().ifPresent(finding -> System.out.println(finding.what() + " -> " + finding.change().code()));
 * }
 * }</pre>
 */
public final class ObjectStore {
    private final S3 store;

    private ObjectStore(S3 store) {
        this.store = store;
    }

    static ObjectStore of(S3 store) {
        return new ObjectStore(store);
    }

    /**
     * Whether a bucket can be used from here: lists it, and writes, reads and deletes a small object. In half a minute at
     * most, where nobody answers; else at once.
     *
     * @param bucket its name alone
     * @return healthy, or what is wrong: address, scheme, name, port, keys, rights, clock, bucket, connector
     */
    public Diagnosis check(String bucket) {
        return StoreCheck.of(store, bucket);
    }
}
