package dev.kindling.internal.conf;

import dev.kindling.run.Setting;
import dev.kindling.run.Setting.Origin;
import dev.kindling.storage.S3;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An object store as this JVM sees it. A session's driver hands its Hadoop settings to executors, which may need others:
 * such a setting refers to a name that Hadoop looks up where it reads it, first among system properties, which only this
 * JVM has, then among the settings. So no key gets into Spark's settings either.
 */
public final class StoreConf {
    private static final String S3A = "fs.s3a.";
    private static final String HERE = "kindling.s3.";

    private StoreConf() {}

    /** For a program of its own in this JVM. Keys may be in it. */
    public static Map<String, String> of(S3 store) {
        var settings = new LinkedHashMap<String, String>();
        store.hadoopPropertiesFromHere().forEach((key, value) -> settings.put(S3Conf.HADOOP + key, value));
        return settings;
    }

    /** The system properties that a session's driver needs, as long as it runs. */
    public static Map<String, String> systemProperties(S3 store) {
        var here = store.hadoopPropertiesFromHere();
        var properties = new LinkedHashMap<String, String>();
        differing(store).forEach(key -> properties.put(name(key), here.getOrDefault(key, "")));
        return properties;
    }

    /** What a session is told instead of what holds for pods alone. */
    static List<Setting> ofSession(S3 store) {
        var pods = store.hadoopProperties();
        var here = store.hadoopPropertiesFromHere();
        var settings = new ArrayList<Setting>();
        for (var key : differing(store)) {
            var why = key.endsWith(".key")
                    ? "pods have it from a Secret, this JVM from you"
                    : "here: " + here.getOrDefault(key, "nothing") + forward(store, key) + ", pods: "
                            + pods.getOrDefault(key, "nothing");
            settings.add(new Setting(S3Conf.HADOOP + key, "${" + name(key) + "}", Origin.KINDLING, why));
            settings.add(new Setting(
                    S3Conf.HADOOP + name(key), pods.getOrDefault(key, ""), Origin.KINDLING, "what holds for pods"));
        }
        return settings;
    }

    private static String forward(S3 store, String key) {
        var isForward = Stream.concat(
                        Stream.of(Map.entry("", store)),
                        store.buckets().entrySet().stream()
                                .map(bucket -> Map.entry("bucket." + bucket.getKey() + ".", bucket.getValue())))
                .anyMatch(each -> each.getValue().portForward() && key.equals(S3A + each.getKey() + "endpoint"));
        return isForward ? " (a port-forward)" : "";
    }

    private static TreeSet<String> differing(S3 store) {
        var pods = store.hadoopProperties();
        var here = store.hadoopPropertiesFromHere();
        var keys = new TreeSet<>(pods.keySet());
        keys.addAll(here.keySet());
        keys.removeIf(key -> here.getOrDefault(key, "").equals(pods.getOrDefault(key, "")));
        return keys;
    }

    private static String name(String key) {
        return HERE + key.substring(S3A.length());
    }
}
