package dev.kindling.internal.application;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.UiUnavailableException;
import dev.kindling.internal.conf.StoreConf;
import dev.kindling.internal.history.HistoryServerUi;
import dev.kindling.run.SparkUi;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an application writes its event log, as its resource says: read at once, as the resource may be gone when the
 * log is wanted. Of the settings only the store's address is taken: the others are for pods, and somebody else's.
 *
 * @param store settings of Hadoop's connector, without {@code fs.s3a.}
 */
record EventFolder(String folder, Map<String, String> store) {

    private static final String S3A = "fs.s3a.";
    private static final List<String> OF_STORE = List.of(
            "endpoint", "endpoint.region", "path.style.access", "connection.ssl.enabled", "aws.credentials.provider");

    static Optional<EventFolder> of(GenericKubernetesResource application) {
        var settings = new HashMap<String, String>();
        put(application.get("spec", "hadoopConf"), "spark.hadoop.", settings);
        put(application.get("spec", "sparkConf"), "", settings);
        return Optional.ofNullable(settings.get("spark.eventLog.dir"))
                .filter(folder -> "true".equals(settings.get("spark.eventLog.enabled")))
                .map(folder -> new EventFolder(folder, store(settings)));
    }

    private static void put(Object fields, String prefix, Map<String, String> settings) {
        if (fields instanceof Map<?, ?> map) {
            map.forEach((key, value) -> settings.put(prefix + key, String.valueOf(value)));
        }
    }

    private static Map<String, String> store(Map<String, String> settings) {
        var store = new HashMap<String, String>();
        OF_STORE.forEach(name -> Optional.ofNullable(settings.get("spark.hadoop." + S3A + name))
                .ifPresent(value -> store.put(name, value)));
        return store;
    }

    /** @param fromHere the object store, where this machine reaches it at another address than pods do */
    SparkUi open(Optional<S3> fromHere) {
        var settings =
                folder.startsWith("s3a:") ? StoreConf.of(fromHere.orElseGet(this::asPodsDo)) : Map.<String, String>of();
        return HistoryServerUi.open(folder, settings, 0);
    }

    private S3 asPodsDo() {
        var scheme = "false".equals(store.get("connection.ssl.enabled")) ? "http://" : "https://";
        var provider = store.getOrDefault("aws.credentials.provider", "");
        var region = store.getOrDefault("endpoint.region", "us-east-1");
        return Optional.ofNullable(store.get("endpoint"))
                .map(host ->
                        S3.minio(host.contains("://") ? host : scheme + host).region(region))
                .orElseGet(() -> S3.aws(region))
                .pathStyle("true".equals(store.get("path.style.access")))
                .credentials(provider.contains("Anonymous") ? S3Credentials.anonymous() : S3Credentials.environment());
    }

    static UiUnavailableException none(String application) {
        return new UiUnavailableException(
                new Explanation(
                        "show the history of application \"" + application + "\"",
                        "its resource names no folder for event logs",
                        "without them nothing is left of a UI after the end",
                        ".eventLog(\"s3a://history/\") of the spec, before it is submitted; where the folder is known:"
                                + " Spark.history(\"s3a://history/\").open()"),
                null);
    }
}
