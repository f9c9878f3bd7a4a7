package dev.kindling.storage;

import dev.kindling.internal.text.Names;

/**
 * How pods prove to an object store who they are. A closed choice, and none of them is a key in plain text: what stands
 * in a custom resource or a pod can be read by everybody who may look at it. Immutable and thread-safe.
 *
 * <pre>{@code
 * S3 lake = S3.minio("http://minio.storage.svc:9000")
 *         .credentials(S3Credentials.secret("minio", "access-key", "secret-key"));
 * }</pre>
 */
public sealed interface S3Credentials {
    /** A Secret in the pods' namespace with the keys {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}. */
    static S3Credentials secret(String name) {
        return secret(name, "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    }

    /**
     * A Secret in the pods' namespace.
     *
     * @param name of the Secret
     * @param accessKey the Secret's key that holds the access key id
     * @param secretKey the Secret's key that holds the secret access key
     */
    static S3Credentials secret(String name, String accessKey, String secretKey) {
        return new SecretKeys(name, accessKey, secretKey);
    }

    /** The variables {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}, which something else sets in pods. */
    static S3Credentials environment() {
        return new Environment();
    }

    /** None: what everybody may read. */
    static S3Credentials anonymous() {
        return new Anonymous();
    }

    /**
     * Keys of a Secret. Pods get them as environment variables by reference; a session's driver is this JVM, which needs
     * the same two variables.
     *
     * @param name of the Secret
     * @param accessKey the Secret's key that holds the access key id
     * @param secretKey the Secret's key that holds the secret access key
     */
    record SecretKeys(String name, String accessKey, String secretKey) implements S3Credentials {
        /** Refuses names that Kubernetes cannot give. */
        public SecretKeys {
            Names.requireSubdomain("Secret", "S3Credentials.secret", name);
            requireKey(name, accessKey);
            requireKey(name, secretKey);
        }

        private static void requireKey(String secret, String key) {
            if (!key.matches("[-._a-zA-Z0-9]{1,253}")) {
                throw new IllegalArgumentException(
                        "\"" + key + "\" is not a key of a Secret: write S3Credentials.secret(\"" + secret
                                + "\", \"access-key\", \"secret-key\")");
            }
        }
    }

    /** What the environment says. */
    record Environment() implements S3Credentials {}

    /** Nothing. */
    record Anonymous() implements S3Credentials {}
}
