package dev.kindling.storage;

import dev.kindling.storage.S3Credentials.Anonymous;
import dev.kindling.storage.S3Credentials.Environment;
import dev.kindling.storage.S3Credentials.Keys;
import dev.kindling.storage.S3Credentials.MountedSecret;
import dev.kindling.storage.S3Credentials.Profile;
import dev.kindling.storage.S3Credentials.WebIdentity;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A store as settings of Hadoop's S3A connector. */
final class HadoopProperties {
    private static final String S3A = "fs.s3a.";
    private static final String HADOOP = "org.apache.hadoop.fs.s3a.";
    private static final String AWS = "software.amazon.awssdk.auth.credentials.";

    private final Map<String, String> properties = new LinkedHashMap<>();

    private HadoopProperties() {}

    static Map<String, String> forPods(S3 store) {
        var all = new HadoopProperties();
        all.common(store);
        all.one(S3A, store, store.endpoint(), store.credentials(), 0);
        int number = 0;
        for (var bucket : store.buckets().entrySet()) {
            var its = bucket.getValue();
            all.one(S3A + "bucket." + bucket.getKey() + ".", its, its.endpoint(), its.credentials(), ++number);
        }
        return all.properties;
    }

    static Map<String, String> forHere(S3 store) {
        var all = new HadoopProperties();
        all.common(store);
        all.one(S3A, store, here(store), ofThisJvm(store), 0);
        store.buckets()
                .forEach((name, its) -> all.one(S3A + "bucket." + name + ".", its, here(its), ofThisJvm(its), 0));
        return all.properties;
    }

    /** Without the forward it would be an address that this JVM does not know, and found out late. */
    private static Optional<URI> here(S3 store) {
        if (store.portForward() && store.fromHere().isEmpty()) {
            throw new IllegalStateException(
                    "This JVM reaches " + store.endpoint().orElseThrow() + " by a port-forward,"
                            + " which is there in a verb that knows the cluster only: write .startOn(cluster), .submitTo(cluster),"
                            + " Spark.store(s3).check(cluster, \"lake\"), or .fromHere(\"http://localhost:9000\") with a forward of"
                            + " your own");
        }
        return store.endpointFromHere();
    }

    private static S3Credentials ofThisJvm(S3 store) {
        return store.credentialsFromHere()
                .orElseGet(() -> store.credentials().isForPodsOnly() ? new Environment() : store.credentials());
    }

    private void common(S3 store) {
        var options = store.options();
        properties.put(S3A + "impl", HADOOP + "S3AFileSystem");
        options.connectTimeout()
                .ifPresent(time -> properties.put(S3A + "connection.establish.timeout", time.toMillis() + "ms"));
        options.requestTimeout().ifPresent(time -> properties.put(S3A + "connection.timeout", time.toMillis() + "ms"));
        options.connections().ifPresent(number -> properties.put(S3A + "connection.maximum", number.toString()));
        options.readPolicy()
                .ifPresent(policy -> properties.put(S3A + "experimental.input.fadvise", policy.hadoopName()));
        properties.put(S3A + "committer.magic.enabled", String.valueOf(options.magicCommitter()));
        properties.put(S3A + "committer.name", options.magicCommitter() ? "magic" : "file");
    }

    private void one(String prefix, S3 store, Optional<URI> endpoint, S3Credentials credentials, int number) {
        endpoint.ifPresent(uri -> {
            properties.put(prefix + "endpoint", uri.toString());
            properties.put(prefix + "connection.ssl.enabled", String.valueOf("https".equals(uri.getScheme())));
        });
        properties.put(prefix + "endpoint.region", store.region());
        properties.put(prefix + "path.style.access", String.valueOf(store.pathStyle()));
        if (credentials instanceof MountedSecret mounted) {
            profile(prefix, mounted.profile());
            properties.put(prefix + "auth.profile.file", PodAccess.path(mounted.file()));
        } else if (credentials instanceof Profile profile) {
            profile(prefix, profile.name());
        } else if (credentials instanceof Keys keys) {
            keys(prefix, keys.accessKey(), keys.secretKey());
        } else if (number > 0 && credentials instanceof S3Credentials.SecretKeys) {
            // Hadoop looks them up where it uses them; the AWS SDK knows one pair of variables only.
            keys(prefix, "${env." + PodAccess.accessKey(number) + "}", "${env." + PodAccess.secretKey(number) + "}");
        } else {
            provider(prefix, provider(credentials));
        }
    }

    private void profile(String prefix, String name) {
        provider(prefix, HADOOP + "auth.ProfileAWSCredentialsProvider");
        properties.put(prefix + "auth.profile.name", name);
    }

    private void keys(String prefix, String accessKey, String secretKey) {
        provider(prefix, HADOOP + "SimpleAWSCredentialsProvider");
        properties.put(prefix + "access.key", accessKey);
        properties.put(prefix + "secret.key", secretKey);
    }

    private void provider(String prefix, String type) {
        properties.put(prefix + "aws.credentials.provider", type);
    }

    private static String provider(S3Credentials credentials) {
        if (credentials instanceof Anonymous) {
            return HADOOP + "AnonymousAWSCredentialsProvider";
        }
        return AWS
                + (credentials instanceof WebIdentity
                        ? "WebIdentityTokenFileCredentialsProvider"
                        : "EnvironmentVariableCredentialsProvider");
    }
}
