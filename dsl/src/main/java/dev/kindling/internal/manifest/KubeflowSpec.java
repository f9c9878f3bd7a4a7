package dev.kindling.internal.manifest;

import dev.kindling.internal.conf.PodTemplates;
import dev.kindling.internal.conf.TypedConf;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Dependencies;
import dev.kindling.internal.plan.RawConf;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.value.ExecutorCount;
import dev.kindling.value.PodPlan;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Kubeflow dialect. The operator's webhook may be off, so nothing is left to its defaults, and what only the webhook
 * would apply (volumes, tolerations, ...) is said by sparkConf and pod templates.
 */
final class KubeflowSpec {
    static final String API_VERSION = "sparkoperator.k8s.io/v1beta2";

    private static final Set<String> FIELDS = Set.of(
            TypedConf.IMAGE,
            "spark.kubernetes.container.image.pullPolicy",
            RawConf.INSTANCES,
            RawConf.DYNAMIC,
            RawConf.DYNAMIC_MIN,
            RawConf.DYNAMIC_MAX,
            RawConf.DYNAMIC_INITIAL,
            "spark.driver.cores",
            "spark.driver.memory",
            "spark.driver.memoryOverhead",
            "spark.kubernetes.driver.request.cores",
            "spark.kubernetes.driver.limit.cores",
            "spark.executor.cores",
            "spark.executor.memory",
            "spark.executor.memoryOverhead",
            "spark.kubernetes.executor.request.cores",
            "spark.kubernetes.executor.limit.cores");

    private static final Set<String> TYPED_FIELDS =
            Set.of("spark.kubernetes.container.image.pullSecrets", "spark.jars", "spark.files");

    private KubeflowSpec() {}

    static Map<String, Object> of(ApplicationPlan plan, Optional<String> serviceAccount) {
        var workload = plan.workload();
        var all = ApplicationConf.all(workload);
        var spec = new LinkedHashMap<String, Object>();
        spec.put("type", plan.mainClass().isPresent() ? "Java" : "Python");
        spec.put("mode", "cluster");
        spec.put("sparkVersion", Manifests.SPARK_VERSION);
        image(workload, all, spec);
        plan.mainClass().ifPresent(name -> spec.put("mainClass", name));
        spec.put("mainApplicationFile", plan.mainFile().orElseThrow());
        putIfAny(spec, "arguments", plan.arguments());
        putIfAny(spec, "deps", dependencies(workload.dependencies()));
        spec.put("restartPolicy", Map.of("type", "Never"));
        spec.put("sparkConf", ApplicationConf.of(workload, FIELDS, TYPED_FIELDS));
        var driver = role("driver", all, workload.driverPod(), PodTemplates.DRIVER_CONTAINER);
        serviceAccount.ifPresent(name -> driver.put("serviceAccount", name));
        spec.put("driver", driver);
        var executor = role("executor", all, workload.executorPod(), PodTemplates.EXECUTOR_CONTAINER);
        count(workload.executors().count(), spec, executor);
        spec.put("executor", executor);
        return spec;
    }

    private static void image(WorkloadPlan plan, Map<String, String> all, Map<String, Object> spec) {
        spec.put("image", all.get(TypedConf.IMAGE));
        Optional.ofNullable(all.get("spark.kubernetes.container.image.pullPolicy"))
                .ifPresent(policy -> spec.put("imagePullPolicy", policy));
        plan.image().ifPresent(image -> putIfAny(spec, "imagePullSecrets", image.pullSecrets()));
    }

    private static Map<String, Object> dependencies(Dependencies needed) {
        var deps = new LinkedHashMap<String, Object>();
        putIfAny(deps, "jars", needed.jars());
        putIfAny(deps, "files", needed.files());
        putIfAny(deps, "packages", needed.packages());
        return deps;
    }

    private static Map<String, Object> role(String role, Map<String, String> all, PodPlan pod, String container) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("cores", Integer.parseInt(all.getOrDefault("spark." + role + ".cores", "1")));
        fields.put("memory", all.getOrDefault("spark." + role + ".memory", "1g"));
        putIfSaid(fields, "memoryOverhead", all.get("spark." + role + ".memoryOverhead"));
        putIfSaid(fields, "coreRequest", all.get("spark.kubernetes." + role + ".request.cores"));
        putIfSaid(fields, "coreLimit", all.get("spark.kubernetes." + role + ".limit.cores"));
        PodTemplates.of(pod, container)
                .ifPresent(template -> fields.put(
                        "template",
                        new PodTemplateSpecBuilder()
                                .withMetadata(template.getMetadata())
                                .withSpec(template.getSpec())
                                .build()));
        return fields;
    }

    private static void count(ExecutorCount count, Map<String, Object> spec, Map<String, Object> executor) {
        if (count instanceof ExecutorCount.Dynamic dynamic) {
            var allocation = new LinkedHashMap<String, Object>();
            allocation.put("enabled", true);
            allocation.put("initialExecutors", dynamic.atStart());
            allocation.put("minExecutors", dynamic.min());
            allocation.put("maxExecutors", dynamic.max());
            allocation.put("shuffleTrackingEnabled", true);
            spec.put("dynamicAllocation", allocation);
        } else {
            executor.put("instances", count.atStart());
        }
    }

    private static void putIfSaid(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static void putIfAny(Map<String, Object> fields, String name, List<String> values) {
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
    }

    private static void putIfAny(Map<String, Object> fields, String name, Map<String, Object> values) {
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
    }
}
