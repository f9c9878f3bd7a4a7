package dev.kindling.internal.manifest;

import dev.kindling.internal.conf.PodTemplates;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.value.PodPlan;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Apache dialect: nearly everything is said by sparkConf. */
final class ApacheSpec {
    static final String API_VERSION = "spark.apache.org/v1";

    private ApacheSpec() {}

    static Map<String, Object> of(ApplicationPlan plan, Optional<String> serviceAccount) {
        var workload = plan.workload();
        var spec = new LinkedHashMap<String, Object>();
        spec.put("deploymentMode", "ClusterMode");
        plan.mainClass().ifPresent(name -> spec.put("mainClass", name));
        // The operator takes "a,b" for one file here: further jars go through spark.jars.
        spec.put(
                plan.mainClass().isPresent() ? "jars" : "pyFiles",
                plan.mainFile().orElseThrow());
        if (!plan.arguments().isEmpty()) {
            spec.put("driverArgs", plan.arguments());
        }
        spec.put("runtimeVersions", Map.of("sparkVersion", Manifests.SPARK_VERSION));
        spec.put("applicationTolerations", Map.of("restartConfig", Map.of("restartPolicy", "Never")));
        spec.put("sparkConf", conf(plan, serviceAccount));
        template(workload.driverPod(), PodTemplates.DRIVER_CONTAINER, "driverSpec", spec);
        template(workload.executorPod(), PodTemplates.EXECUTOR_CONTAINER, "executorSpec", spec);
        return spec;
    }

    private static Map<String, String> conf(ApplicationPlan plan, Optional<String> serviceAccount) {
        var needed = plan.workload().dependencies();
        var conf = ApplicationConf.of(plan.workload(), Set.of(), Set.of("spark.jars"));
        if (!needed.jars().isEmpty()) {
            conf.put("spark.jars", String.join(",", needed.jars()));
        }
        if (!needed.packages().isEmpty()) {
            conf.put("spark.jars.packages", String.join(",", needed.packages()));
        }
        serviceAccount.ifPresent(name -> conf.put("spark.kubernetes.authenticate.driver.serviceAccountName", name));
        return conf;
    }

    private static void template(PodPlan pod, String container, String role, Map<String, Object> spec) {
        PodTemplates.of(pod, container)
                .ifPresent(template -> spec.put(
                        role,
                        Map.of(
                                "podTemplateSpec",
                                new PodTemplateSpecBuilder()
                                        .withMetadata(template.getMetadata())
                                        .withSpec(template.getSpec())
                                        .build())));
    }
}
