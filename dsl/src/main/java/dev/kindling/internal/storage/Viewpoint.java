package dev.kindling.internal.storage;

import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import java.util.Map;

/**
 * From where a store is asked.
 *
 * @param place in words
 * @param address of the bucket's store
 * @param identity where the keys come from, not which they are
 * @param properties of Hadoop's connector; static keys may be in them
 */
record Viewpoint(String place, String address, String identity, Map<String, String> properties) {

    private static final String HERE = "this JVM";

    boolean isHere() {
        return place.equals(HERE);
    }

    static Viewpoint here(S3 store, String bucket) {
        var its = store.of(bucket);
        return new Viewpoint(
                HERE,
                its.endpointFromHere().map(uri -> uri + forwarded(its)).orElse(amazon(its)),
                identity(its.credentialsFromHere().orElse(its.credentials())),
                store.hadoopPropertiesFromHere());
    }

    static Viewpoint pods(S3 store, String bucket, String pod) {
        var its = store.of(bucket);
        return new Viewpoint(
                "pod " + pod,
                its.endpoint().map(Object::toString).orElse(amazon(its)),
                identity(its.credentials()),
                store.hadoopProperties());
    }

    private static String forwarded(S3 store) {
        return store.portForward()
                ? " (forwarded to "
                        + store.endpoint().map(uri -> uri.getAuthority()).orElse("") + ")"
                : "";
    }

    private static String amazon(S3 store) {
        return "Amazon's S3 in " + store.region();
    }

    private static String identity(S3Credentials credentials) {
        if (credentials instanceof S3Credentials.Keys) {
            return "the keys of the spec";
        } else if (credentials instanceof S3Credentials.Profile profile) {
            return "profile " + profile.name();
        } else if (credentials instanceof S3Credentials.WebIdentity) {
            return "the role of AWS_ROLE_ARN";
        } else if (credentials instanceof S3Credentials.SecretKeys secret) {
            return "Secret " + secret.name();
        } else if (credentials instanceof S3Credentials.MountedSecret secret) {
            return "Secret " + secret.file().secret();
        }
        return credentials instanceof S3Credentials.Anonymous ? "nobody" : "AWS_ACCESS_KEY_ID of the environment";
    }
}
