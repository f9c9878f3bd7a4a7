package dev.kindling.internal.conf;

import dev.kindling.run.Setting;
import dev.kindling.run.Setting.Origin;
import dev.kindling.storage.S3;
import java.util.ArrayList;
import java.util.List;

/** An object store as Spark settings for pods; credentials are only referred to. */
final class S3Conf {
    static final String HADOOP = "spark.hadoop.";
    private static final String CALL = ".s3(..)";

    private S3Conf() {}

    /** What driver and executors are told alike. */
    static List<Setting> of(S3 store) {
        return store.hadoopProperties().entrySet().stream()
                .map(entry ->
                        setting(HADOOP + entry.getKey(), entry.getValue(), CALL + fromHere(store, entry.getKey())))
                .toList();
    }

    /** As far as it is known before anything is opened. */
    private static String fromHere(S3 store, String key) {
        if (key.equals("fs.s3a.endpoint")) {
            return fromHere(store);
        }
        return store.buckets().entrySet().stream()
                .filter(bucket -> key.equals("fs.s3a.bucket." + bucket.getKey() + ".endpoint"))
                .map(bucket -> fromHere(bucket.getValue()))
                .findFirst()
                .orElse("");
    }

    private static String fromHere(S3 store) {
        return store.portForward()
                ? "; this JVM reaches it by a port-forward"
                : store.fromHere().map(uri -> "; this JVM reaches it at " + uri).orElse("");
    }

    /** What one role's pods are given: variables, files, certificates. */
    static List<Setting> access(S3 store, String role) {
        var prefix = "spark.kubernetes." + role;
        var settings = new ArrayList<Setting>();
        store.podVariables()
                .forEach((name, from) ->
                        settings.add(setting(prefix + ".secretKeyRef." + name, from.secret() + ":" + from.key())));
        store.podMounts().forEach((secret, folder) -> settings.add(setting(prefix + ".secrets." + secret, folder)));
        store.options().trustStore().ifPresent(file -> {
            var path = store.podMounts().get(file.secret()) + "/" + file.key();
            settings.add(setting("spark." + role + ".extraJavaOptions", "-Djavax.net.ssl.trustStore=" + path));
        });
        return settings;
    }

    private static Setting setting(String key, String value) {
        return setting(key, value, CALL);
    }

    private static Setting setting(String key, String value, String why) {
        return new Setting(key, value, Origin.YOU, why);
    }
}
