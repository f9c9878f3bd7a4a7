package dev.kindling.shell;

import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of samples that keep something in an object store: in this JVM by default, for pods of this machine. */
final class StoreOptions {
    private static final String ID = "AWS_ACCESS_KEY_ID";
    private static final String KEY = "AWS_SECRET_ACCESS_KEY";

    @Option(
            names = "--s3",
            paramLabel = "URL",
            description =
                    "A MinIO as pods reach it, such as http://minio.storage.svc:9000. Default: a store in this JVM")
    private Optional<String> endpoint = Optional.empty();

    @Option(
            names = "--s3-from-here",
            paramLabel = "URL",
            description = "The same as this machine reaches it, if that is another address.")
    private Optional<String> fromHere = Optional.empty();

    @Option(
            names = "--s3-secret",
            paramLabel = "NAME[:KEY:KEY]",
            description = "The Secret that pods have its keys from, and under which keys (AWS_ACCESS_KEY_ID and"
                    + " AWS_SECRET_ACCESS_KEY). Without it they get those of this environment.")
    private Optional<String> secret = Optional.empty();

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            defaultValue = "lake",
            description = "A bucket that is there. Default: ${DEFAULT-VALUE}")
    private String bucket = "lake";

    /** Where {@code --s3} names none it is made when it is asked for. */
    SampleStore.Wanted wanted(Place place, Map<String, String> environment) {
        if (endpoint.isEmpty()) {
            if (fromHere.isPresent() || secret.isPresent()) {
                throw new IllegalArgumentException("--s3-from-here and --s3-secret are for a store of one's own."
                        + " Write --s3 http://minio.storage.svc:9000 too, or leave them out");
            }
            if (place instanceof Place.Cluster) {
                throw new IllegalArgumentException(
                        "pods of a cluster cannot reach a store in this JVM. Write --s3 http://minio.storage.svc:9000,"
                                + " and --s3-secret NAME if its keys are in a Secret there");
            }
            return new SampleStore.Wanted(Optional.empty(), bucket);
        }
        var store = S3.minio(endpoint.get());
        var reached = fromHere.map(store::fromHere).orElse(store);
        return new SampleStore.Wanted(Optional.of(withCredentials(reached, environment)), bucket);
    }

    private S3 withCredentials(S3 store, Map<String, String> environment) {
        if (!environment.containsKey(ID) || !environment.containsKey(KEY)) {
            throw new IllegalArgumentException(
                    "this machine needs the store's keys too. Write export " + ID + "=.. " + KEY + "=..");
        }
        return secret.map(StoreOptions::parse)
                .map(named -> store.credentials(named).credentialsFromHere(S3Credentials.environment()))
                .orElseGet(() -> store.credentials(S3Credentials.keys(environment.get(ID), environment.get(KEY))));
    }

    private static S3Credentials parse(String text) {
        var parts = text.split(":", -1);
        return switch (parts.length) {
            case 1 -> S3Credentials.secret(parts[0]);
            case 3 -> S3Credentials.secret(parts[0], parts[1], parts[2]);
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is no Secret with two keys. Write --s3-secret minio:access-key:secret-key");
        };
    }
}
