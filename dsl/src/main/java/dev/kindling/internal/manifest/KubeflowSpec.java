package dev.kindling.internal.manifest;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.conf.PodTemplates;
import dev.kindling.internal.conf.TypedConf;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Dependencies;
import dev.kindling.internal.plan.Program;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.target.Operator;
import dev.kindling.value.PodPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Kubeflow dialect. The operator's webhook may be off, so nothing is left to its defaults, and what only the webhook
 * would apply (volumes, tolerations, ...) is said by sparkConf and pod templates.
 */
final class KubeflowSpec {
    static final String API_VERSION = "sparkoperator.k8s.io/v1beta2";

    private static final Set<String> FIELDS = Stream.concat(
                    AllocationFields.KEYS.stream(),
                    Stream.of(
                            TypedConf.IMAGE,
                            "spark.kubernetes.container.image.pullPolicy",
                            "spark.driver.cores",
                            "spark.driver.memory",
                            "spark.driver.memoryOverhead",
                            "spark.driver.extraJavaOptions",
                            "spark.kubernetes.driver.request.cores",
                            "spark.kubernetes.driver.limit.cores",
                            "spark.executor.cores",
                            "spark.executor.memory",
                            "spark.executor.memoryOverhead",
                            "spark.executor.extraJavaOptions",
                            "spark.kubernetes.executor.request.cores",
                            "spark.kubernetes.executor.limit.cores"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> TYPED_FIELDS =
            Set.of("spark.kubernetes.container.image.pullSecrets", "spark.jars", "spark.files");

    private KubeflowSpec() {}

    static Map<String, Object> of(ApplicationPlan plan, Placement placement) {
        var workload = plan.workload();
        var program = plan.program();
        var all = ApplicationConf.all(workload);
        var spec = new Fields()
                .put("type", program.kind().toString())
                .put("mode", "cluster")
                .put("sparkVersion", Manifests.SPARK_VERSION)
                .put("suspend", plan.lifecycle().suspended() ? Optional.of(true) : Optional.empty())
                .put("batchScheduler", plan.services().scheduler().map(scheduler -> scheduler
                        .kind()
                        .toString()))
                .put("batchSchedulerOptions", ServiceFields.schedulerOptions(plan.services()));
        image(workload, all, spec);
        spec.put("mainClass", program.mainClass())
                .put("mainApplicationFile", program.mainFile().orElseThrow())
                .put("arguments", program.arguments())
                .put("deps", dependencies(workload.dependencies(), program))
                .put("restartPolicy", RestartFields.kubeflow(plan.lifecycle().restart()))
                .put("timeToLiveSeconds", plan.lifecycle().timeToLive().map(Duration::toSeconds))
                .put("dynamicAllocation", AllocationFields.of(workload))
                .put("monitoring", ServiceFields.monitoring(plan.services()))
                .put("sparkUIOptions", PortFields.kubeflowUi(plan.services().ports()))
                .put("driverIngressOptions", PortFields.kubeflow(plan.services().ports()))
                .put("sparkConf", ApplicationConf.of(plan, Operator.kubeflow(), placement, FIELDS, TYPED_FIELDS));
        var driver = role("driver", all, workload.driverPod(), PodTemplates.DRIVER_CONTAINER);
        spec.put(
                "driver",
                driver.put("serviceAccount", Manifests.account(plan, placement)).tree());
        var executor = role("executor", all, workload.executorPod(), PodTemplates.EXECUTOR_CONTAINER);
        spec.put(
                "executor",
                executor.put("instances", AllocationFields.instances(workload)).tree());
        return spec.tree();
    }

    private static void image(WorkloadPlan plan, Map<String, String> all, Fields spec) {
        spec.put("image", Optional.ofNullable(all.get(TypedConf.IMAGE)))
                .put("imagePullPolicy", Optional.ofNullable(all.get("spark.kubernetes.container.image.pullPolicy")))
                .put(
                        "imagePullSecrets",
                        plan.image().map(SparkImage::pullSecrets).orElse(List.of()));
    }

    private static Map<String, Object> dependencies(Dependencies needed, Program program) {
        return new Fields()
                .put("jars", needed.jars())
                .put("files", needed.files())
                .put("pyFiles", program.pyFiles())
                .put("packages", needed.packages())
                .tree();
    }

    private static Fields role(String role, Map<String, String> all, PodPlan pod, String container) {
        return RoleFields.of(role, all)
                .put("memoryOverhead", Optional.ofNullable(all.get("spark." + role + ".memoryOverhead")))
                .put("coreRequest", Optional.ofNullable(all.get("spark.kubernetes." + role + ".request.cores")))
                .put("coreLimit", Optional.ofNullable(all.get("spark.kubernetes." + role + ".limit.cores")))
                .put("javaOptions", Optional.ofNullable(all.get("spark." + role + ".extraJavaOptions")))
                .put("template", Manifests.template(pod, container));
    }
}
