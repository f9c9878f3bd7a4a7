package dev.kindling.storage;

import dev.kindling.internal.text.Names;
import dev.kindling.internal.text.Redaction;

/**
 * How pods, or this JVM, prove to an object store who they are. A closed choice. Keys themselves never stand in a custom
 * resource or a pod, which everybody reads who may look at it. Immutable and thread-safe.
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
     * A Secret in the pods' namespace, which gets into their environment.
     *
     * @param name of the Secret
     * @param accessKey the Secret's key that holds the access key id
     * @param secretKey the Secret's key that holds the secret access key
     */
    static S3Credentials secret(String name, String accessKey, String secretKey) {
        return new SecretKeys(name, accessKey, secretKey);
    }

    /** A Secret that pods mount, whose key {@code credentials} holds a file as {@code ~/.aws/credentials} is one. */
    static MountedSecret mountedSecret(String name) {
        return new MountedSecret(new Reference(name, "credentials"), "default");
    }

    /** The variables {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}, which something else sets. */
    static S3Credentials environment() {
        return new Environment();
    }

    /** A profile of {@code ~/.aws/credentials}, which is on this machine and rarely in an image. */
    static S3Credentials profile(String name) {
        return new Profile(name);
    }

    /** The token of the pod's service account ({@code AWS_WEB_IDENTITY_TOKEN_FILE}, {@code AWS_ROLE_ARN}). */
    static S3Credentials webIdentity() {
        return new WebIdentity();
    }

    /**
     * These. Pods get them from a Secret that is made for the run and goes with it.
     *
     * @param accessKey the access key id
     * @param secretKey the secret access key, shown nowhere
     */
    static S3Credentials keys(String accessKey, String secretKey) {
        return new Keys(accessKey, secretKey);
    }

    /** None: what everybody may read. */
    static S3Credentials anonymous() {
        return new Anonymous();
    }

    /** Whether only a pod can have them. */
    default boolean isForPodsOnly() {
        return this instanceof SecretKeys || this instanceof MountedSecret;
    }

    /**
     * A key of a Secret.
     *
     * @param secret in the pods' namespace
     * @param key within it
     */
    record Reference(String secret, String key) {
        /** Refuses names that Kubernetes cannot give. */
        public Reference {
            Names.requireSubdomain("Secret", "S3Credentials.secret", secret);
            if (!key.matches("[-._a-zA-Z0-9]{1,253}")) {
                throw new IllegalArgumentException(
                        "\"" + key + "\" is not a key of a Secret: write S3Credentials.secret(\"" + secret
                                + "\", \"access-key\", \"secret-key\")");
            }
        }
    }

    /**
     * Keys of a Secret. Pods get them as environment variables by reference. This JVM has no part in it.
     *
     * @param name of the Secret
     * @param accessKey the Secret's key that holds the access key id
     * @param secretKey the Secret's key that holds the secret access key
     */
    record SecretKeys(String name, String accessKey, String secretKey) implements S3Credentials {
        /** Refuses names that Kubernetes cannot give. */
        public SecretKeys {
            new Reference(name, accessKey);
            new Reference(name, secretKey);
        }
    }

    /**
     * A file of a Secret, mounted: a key that is changed there is used at once.
     *
     * @param file which one
     * @param profile the part of the file
     */
    record MountedSecret(Reference file, String profile) implements S3Credentials {
        /** Another part of the file than {@code [default]}. */
        public MountedSecret profile(String name) {
            return new MountedSecret(file, name);
        }
    }

    /** What the environment says. */
    record Environment() implements S3Credentials {}

    /**
     * A part of {@code ~/.aws/credentials}.
     *
     * @param name of the part
     */
    record Profile(String name) implements S3Credentials {}

    /** What a service account's token is good for. */
    record WebIdentity() implements S3Credentials {}

    /**
     * Plain keys.
     *
     * @param accessKey the access key id
     * @param secretKey the secret access key
     */
    record Keys(String accessKey, String secretKey) implements S3Credentials {
        /** Refuses keys that are none, without showing them. */
        public Keys {
            if (accessKey.isBlank() || secretKey.isBlank()) {
                throw new IllegalArgumentException("A key is empty: write S3Credentials.keys(id, secret) with both");
            }
        }

        /** The id alone would do for some stores to tell whose it is. */
        @Override
        public String toString() {
            return "Keys[" + Redaction.HIDDEN + "]";
        }
    }

    /** Nothing. */
    record Anonymous() implements S3Credentials {}
}
