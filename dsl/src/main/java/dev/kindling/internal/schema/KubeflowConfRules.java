package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.internal.yaml.YamlPath;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings that Kubeflow's webhook refuses, or that its operator reads otherwise than Spark. */
final class KubeflowConfRules {
    private static final String AUTHENTICATE = "spark.kubernetes.authenticate.";

    /** What the webhook refuses, and the field to use instead. */
    private static final Map<String, String> DENIED = denied();

    private KubeflowConfRules() {}

    static void check(JsonNode resource, JsonNode spec, String at, Findings found) {
        denied(resource, spec.path("sparkConf"), at + ".sparkConf", found);
        var dynamic = spec.path("sparkConf").path("spark.dynamicAllocation.enabled");
        if (dynamic.asText().equals("true")) {
            found.warning(
                    YamlPath.field(at + ".sparkConf", "spark.dynamicAllocation.enabled"),
                    dynamic,
                    "is overlooked by the operator's webhook, which then asks for exactly one executor",
                    "dynamicAllocation: {enabled: true, ..} in " + at);
        }
        SpecRules.sparkKeys(spec.path("sparkConf"), at + ".sparkConf", found);
        spec.path("hadoopConf").fieldNames().forEachRemaining(key -> {
            if (key.startsWith("spark.hadoop.")) {
                found.warning(
                        YamlPath.field(at + ".hadoopConf", key),
                        spec.path("hadoopConf").path(key),
                        "gets the prefix twice, because the operator adds it",
                        key.substring("spark.hadoop.".length()) + ":");
            }
        });
    }

    static void denied(JsonNode resource, JsonNode conf, String at, Findings found) {
        conf.fieldNames().forEachRemaining(key -> {
            var instead = DENIED.get(key);
            var path = YamlPath.field(at, key);
            if (instead != null) {
                found.error(path, conf.path(key), "is refused by the operator's webhook", instead);
            }
        });
        var namespace = conf.path("spark.kubernetes.namespace");
        var own = resource.at("/metadata/namespace");
        if (!namespace.isMissingNode() && !own.isMissingNode() && !namespace.equals(own)) {
            found.error(
                    YamlPath.field(at, "spark.kubernetes.namespace"),
                    namespace,
                    "is not the resource's own namespace (" + own.asText() + "): the webhook refuses it",
                    "metadata.namespace only");
        }
    }

    private static Map<String, String> denied() {
        var denied = new LinkedHashMap<String, String>();
        denied.put("spark.master", "nothing: the operator says it");
        denied.put("spark.kubernetes.driver.master", "kubernetesMaster: in driver");
        denied.put("spark.kubernetes.container.image", "image: in the spec");
        denied.put("spark.kubernetes.driver.container.image", "image: in driver");
        denied.put("spark.kubernetes.executor.container.image", "image: in executor");
        denied.put(AUTHENTICATE + "driver.serviceAccountName", "serviceAccount: in driver");
        denied.put(AUTHENTICATE + "executor.serviceAccountName", "serviceAccount: in executor");
        for (var role : new String[] {"", "driver.", "executor."}) {
            denied.put(AUTHENTICATE + role + "oauthToken", "nothing: pods use their service account");
            denied.put(AUTHENTICATE + role + "oauthTokenFile", "nothing: pods use their service account");
        }
        return Map.copyOf(denied);
    }
}
