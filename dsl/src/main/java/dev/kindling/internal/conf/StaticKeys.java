package dev.kindling.internal.conf;

import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.storage.S3Credentials.Keys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keys that a spec holds itself: pods get them from a Secret that is made for the run. */
public final class StaticKeys {
    private static final String ID = "access-key";
    private static final String SECRET = "secret-key";

    private StaticKeys() {}

    /** The same store, of which pods are told by reference to that Secret alone; this JVM keeps the keys. */
    public static S3 movedTo(String secret, S3 store) {
        var moved = moved(secret, "", store);
        for (var bucket : store.buckets().entrySet()) {
            moved = moved.bucket(bucket.getKey(), moved(secret, bucket.getKey() + ".", bucket.getValue()));
        }
        return moved;
    }

    /** What the Secret holds; nothing where no key is static. */
    public static Optional<Map<String, String>> data(Optional<S3> store) {
        var data = new LinkedHashMap<String, String>();
        store.ifPresent(it -> {
            put("", it, data);
            it.buckets().forEach((name, bucket) -> put(name + ".", bucket, data));
        });
        return data.isEmpty() ? Optional.empty() : Optional.of(data);
    }

    private static S3 moved(String secret, String prefix, S3 store) {
        if (store.credentials() instanceof Keys keys) {
            return store.credentials(S3Credentials.secret(secret, prefix + ID, prefix + SECRET))
                    .credentialsFromHere(store.credentialsFromHere().orElse(keys));
        }
        return store;
    }

    private static void put(String prefix, S3 store, Map<String, String> data) {
        if (store.credentials() instanceof Keys keys) {
            data.put(prefix + ID, keys.accessKey());
            data.put(prefix + SECRET, keys.secretKey());
        }
    }
}
