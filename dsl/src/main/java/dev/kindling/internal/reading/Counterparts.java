package dev.kindling.internal.reading;

import java.util.LinkedHashMap;
import java.util.Map;

/** Why a field of one dialect has none in the other. */
final class Counterparts {
    /** By the beginning of the path; the first that fits. */
    private static final Map<String, String> FROM_KUBEFLOW = fromKubeflow();

    private static final Map<String, String> FROM_APACHE = fromApache();

    private Counterparts() {}

    static String why(String path, boolean toKubeflow) {
        return (toKubeflow ? FROM_APACHE : FROM_KUBEFLOW)
                .entrySet().stream()
                        .filter(known -> path.startsWith(known.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("is a field that " + (toKubeflow ? "Kubeflow's" : "Apache's") + " resource has not");
    }

    private static Map<String, String> fromKubeflow() {
        var why = new LinkedHashMap<String, String>();
        why.put(
                "spec.sparkConfigMap",
                "is mounted by Kubeflow's webhook; mount it by a template and set SPARK_CONF_DIR");
        why.put(
                "spec.sparkUIOptions",
                "is done by Kubeflow's operator; Apache's driverServiceIngressList wants a whole ingress");
        why.put(
                "spec.driverIngressOptions",
                "is a template of an ingress; Apache's driverServiceIngressList wants a whole one");
        why.put("spec.monitoring", "is mounted by Kubeflow's webhook; put the metrics' files into the image");
        why.put("spec.failureRetries", "is never read by Kubeflow's operator either");
        why.put("spec.retryInterval", "is never read by Kubeflow's operator either");
        why.put("spec.pythonVersion", "is what the image has, since Spark 3.1");
        why.put("spec.timeToLiveSeconds", "removes at once, which Apache's operator does not tell from never");
        why.put("spec.driver.memoryLimit", "is set by Kubeflow's webhook only; Spark makes limit and request the same");
        why.put(
                "spec.executor.memoryLimit",
                "is set by Kubeflow's webhook only; Spark makes limit and request the same");
        why.put("spec.driver.secrets", "sets an environment variable of its type; mount it and set the variable");
        why.put("spec.executor.secrets", "sets an environment variable of its type; mount it and set the variable");
        why.put("spec.volumes", "is mounted by neither driver nor executors");
        return why;
    }

    private static Map<String, String> fromApache() {
        var why = new LinkedHashMap<String, String>();
        var restart = "spec.applicationTolerations.restartConfig.";
        why.put(restart + "restartCounterResetMillis", "Kubeflow's operator counts retries for good");
        why.put(
                restart,
                "Kubeflow's operator knows Never, OnFailure and Always, each kind of failure with its own limit");
        why.put("spec.applicationTolerations.applicationTimeoutConfig", "Kubeflow's operator waits for ever");
        why.put(
                "spec.applicationTolerations.instanceConfig",
                "Kubeflow's operator does not look at the number of executors");
        why.put(
                "spec.applicationTolerations.resourceRetain",
                "Kubeflow's operator leaves the driver's pod until the resource goes");
        why.put("spec.applicationTolerations.ttlAfterStopMillis", "Kubeflow's is in whole seconds");
        why.put("spec.runtimeVersions", "is what the image has");
        why.put(
                "spec.driverServiceIngressList",
                "Kubeflow's operator makes an ingress from a pattern of its address only");
        why.put("spec.driverHttpRouteList", "Kubeflow's operator makes no routes of the Gateway API");
        why.put("spec.driverGrpcRouteList", "Kubeflow's operator makes no routes of the Gateway API");
        why.put("spec.configMapSpecs", "Kubeflow's operator makes no config maps");
        why.put("spec.files", "is never read by Apache's operator either");
        return why;
    }
}
