package dev.kindling.internal.reading;

import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of Kubeflow's application that its operator passes on as settings, unchanged. */
final class KubeflowFields {
    /** Field, and the setting. */
    static final Map<String, String> SETTINGS = settings();

    /** Lists, which settings separate by commas. */
    static final Map<String, String> LISTS = Map.of(
            "imagePullSecrets", "spark.kubernetes.container.image.pullSecrets",
            "deps.jars", "spark.jars",
            "deps.files", "spark.files",
            "deps.packages", "spark.jars.packages",
            "deps.excludePackages", "spark.jars.excludes",
            "deps.repositories", "spark.jars.repositories",
            "deps.archives", "spark.archives");

    /** Maps, and what is put before their keys. */
    static final Map<String, String> PREFIXES = prefixes();

    private KubeflowFields() {}

    private static Map<String, String> settings() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("image", "spark.kubernetes.container.image");
        fields.put("imagePullPolicy", "spark.kubernetes.container.image.pullPolicy");
        fields.put("memoryOverheadFactor", "spark.kubernetes.memoryOverheadFactor");
        fields.put("hadoopConfigMap", "spark.kubernetes.hadoop.configMapName");
        fields.put("driver.podName", "spark.kubernetes.driver.pod.name");
        fields.put("driver.kubernetesMaster", "spark.kubernetes.driver.master");
        fields.put("executor.instances", "spark.executor.instances");
        fields.put("executor.deleteOnTermination", "spark.kubernetes.executor.deleteOnTermination");
        for (var role : new String[] {"driver", "executor"}) {
            var own = "spark.kubernetes." + role + ".";
            fields.put(role + ".image", own + "container.image");
            fields.put(role + ".cores", "spark." + role + ".cores");
            fields.put(role + ".coreRequest", own + "request.cores");
            fields.put(role + ".coreLimit", own + "limit.cores");
            fields.put(role + ".memory", "spark." + role + ".memory");
            fields.put(role + ".memoryOverhead", "spark." + role + ".memoryOverhead");
            fields.put(role + ".javaOptions", "spark." + role + ".extraJavaOptions");
            fields.put(role + ".serviceAccount", "spark.kubernetes.authenticate." + role + ".serviceAccountName");
        }
        return fields;
    }

    private static Map<String, String> prefixes() {
        var maps = new LinkedHashMap<String, String>();
        maps.put("nodeSelector", "spark.kubernetes.node.selector.");
        maps.put("driver.serviceLabels", "spark.kubernetes.driver.service.label.");
        maps.put("driver.serviceAnnotations", "spark.kubernetes.driver.service.annotation.");
        for (var role : new String[] {"driver", "executor"}) {
            maps.put(role + ".labels", "spark.kubernetes." + role + ".label.");
            maps.put(role + ".annotations", "spark.kubernetes." + role + ".annotation.");
            maps.put(role + ".nodeSelector", "spark.kubernetes." + role + ".node.selector.");
            maps.put(role + ".envVars", role.equals("driver") ? "spark.kubernetes.driverEnv." : "spark.executorEnv.");
        }
        return maps;
    }
}
