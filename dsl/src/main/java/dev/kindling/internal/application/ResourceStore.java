package dev.kindling.internal.application;

import dev.kindling.internal.text.ServiceName;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The object store that an application's resource names. Only its address is taken: the other settings are for pods, and
 * somebody else's.
 *
 * @param settings of Hadoop's connector, without {@code fs.s3a.}
 */
record ResourceStore(Map<String, String> settings) {

    private static final String S3A = "fs.s3a.";
    private static final List<String> OF_STORE = List.of(
            "endpoint", "endpoint.region", "path.style.access", "connection.ssl.enabled", "aws.credentials.provider");

    /** Spark's settings, wherever the resource says them. */
    static Map<String, String> settings(GenericKubernetesResource application) {
        var settings = new HashMap<String, String>();
        put(application.get("spec", "hadoopConf"), "spark.hadoop.", settings);
        put(application.get("spec", "sparkConf"), "", settings);
        return settings;
    }

    private static void put(Object fields, String prefix, Map<String, String> settings) {
        if (fields instanceof Map<?, ?> map) {
            map.forEach((key, value) -> settings.put(prefix + key, String.valueOf(value)));
        }
    }

    static ResourceStore of(Map<String, String> settings) {
        var store = new HashMap<String, String>();
        OF_STORE.forEach(name -> Optional.ofNullable(settings.get("spark.hadoop." + S3A + name))
                .ifPresent(value -> store.put(name, value)));
        return new ResourceStore(store);
    }

    /** By a port-forward, where pods go to a Service of a name that this JVM does not know. */
    S3 fromHere() {
        var store = asPodsDo();
        return store.endpoint()
                        .filter(uri -> "http".equals(uri.getScheme()))
                        .map(URI::getHost)
                        .filter(host -> ServiceName.isSurely(host) && !isKnown(host))
                        .isPresent()
                ? store.fromHereByPortForward()
                : store;
    }

    private static boolean isKnown(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** With keys of this JVM's environment, where keys are needed. */
    S3 asPodsDo() {
        var scheme = "false".equals(settings.get("connection.ssl.enabled")) ? "http://" : "https://";
        var provider = settings.getOrDefault("aws.credentials.provider", "");
        var region = settings.getOrDefault("endpoint.region", "us-east-1");
        return Optional.ofNullable(settings.get("endpoint"))
                .map(host ->
                        S3.minio(host.contains("://") ? host : scheme + host).region(region))
                .orElseGet(() -> S3.aws(region))
                .pathStyle("true".equals(settings.get("path.style.access")))
                .credentials(provider.contains("Anonymous") ? S3Credentials.anonymous() : S3Credentials.environment());
    }
}
