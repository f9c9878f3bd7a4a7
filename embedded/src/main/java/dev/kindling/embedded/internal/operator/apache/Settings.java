package dev.kindling.embedded.internal.operator.apache;

import dev.kindling.embedded.internal.operator.driver.InCluster;
import dev.kindling.embedded.internal.operator.driver.LocalFiles;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Spark settings of an attempt: those of the application, its labels, and the defaults of the operator. */
final class Settings {

    private Settings() {}

    /** @param apiServer the URL by which pods reach the API server */
    static Map<String, String> of(Application application, String id, String apiServer) {
        var settings = new LinkedHashMap<String, String>();
        var version = application.spec().at("/runtimeVersions/sparkVersion").asText("UNKNOWN");
        application.spec().path("sparkConf").properties().forEach(setting -> {
            var key = setting.getKey();
            var image = key.startsWith("spark.kubernetes.") && key.endsWith("container.image");
            var value = setting.getValue().asText();
            settings.put(key, image ? value.replace("{{SPARK_VERSION}}", version) : value);
        });
        labels(application, settings);
        settings.put("spark.kubernetes.namespace", application.namespace());
        settings.computeIfPresent("spark.app.name", (key, own) -> application.name());
        defaults(application, id, settings);
        settings.putAll(InCluster.settings(apiServer));
        return settings;
    }

    private static void labels(Application application, Map<String, String> settings) {
        for (var prefix : new String[] {"driver.label.", "driver.service.label.", "executor.label."}) {
            settings.put("spark.kubernetes." + prefix + Labels.APPLICATION, application.name());
            settings.put("spark.kubernetes." + prefix + Labels.OPERATOR, Labels.OPERATOR_NAME);
        }
    }

    /** Executors of an attempt that is followed by another have to be deleted; others go with their driver. */
    private static void defaults(Application application, String id, Map<String, String> settings) {
        var spec = application.spec();
        var jars = spec.path("jars").asText();
        if (!jars.isEmpty()) {
            settings.putIfAbsent("spark.jars", LocalFiles.inPod(jars));
        } else {
            Program.furtherPyFiles(spec).ifPresent(files -> settings.putIfAbsent("spark.submit.pyFiles", files));
        }
        settings.putIfAbsent("spark.app.id", id);
        settings.putIfAbsent("spark.authenticate", "true");
        settings.putIfAbsent("spark.io.encryption.enabled", "true");
        settings.putIfAbsent("spark.kubernetes.driver.annotateExitException", "true");
        settings.putIfAbsent("spark.kubernetes.executor.useDriverPodIP", "true");
        if (!application.hasDynamicAllocation()
                && application.tolerations().restart().isNever()) {
            settings.putIfAbsent("spark.kubernetes.executor.deleteOnTermination", "false");
        }
    }
}
