package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.conf.PodTemplates;
import dev.kindling.internal.conf.TypedConf;
import dev.kindling.internal.conf.WholePod;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.text.Redaction;
import dev.kindling.run.SparkManifest;
import dev.kindling.storage.S3;
import dev.kindling.target.Operator;
import dev.kindling.value.PodPlan;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Connect server as Kubeflow's {@code SparkConnect}. The operator makes the server's pod from its template alone, and
 * hands all settings to a shell in it.
 */
public final class ConnectManifest {
    static final String API_VERSION = "sparkoperator.k8s.io/v1alpha1";

    private static final Set<String> FIELDS = Set.of(
            TypedConf.IMAGE,
            "spark.executor.instances",
            "spark.executor.cores",
            "spark.executor.memory",
            "spark.driver.cores",
            "spark.driver.memory");

    private ConnectManifest() {}

    public static SparkManifest of(WorkloadPlan workload, Operator operator, Placement placement) {
        SpecCheck.workloadWithImage(workload, "Spark.connectServer");
        var conf = conf(workload);
        check(workload, operator, conf);
        var all = ApplicationConf.all(workload);
        var executor = RoleFields.of("executor", all)
                .put("template", Manifests.template(workload.executorPod(), PodTemplates.EXECUTOR_CONTAINER));
        var spec = new Fields()
                .put("sparkVersion", Manifests.SPARK_VERSION)
                .put("image", all.get(TypedConf.IMAGE))
                .put("dynamicAllocation", AllocationFields.of(workload))
                .put("sparkConf", conf)
                .put(
                        "server",
                        RoleFields.of("driver", all)
                                .put("template", server(workload, placement))
                                .tree())
                .put(
                        "executor",
                        executor.put("instances", AllocationFields.instances(workload))
                                .tree());
        var resource = new Fields()
                .put("apiVersion", API_VERSION)
                .put("kind", "SparkConnect")
                .put("metadata", Manifests.metadata(workload.name(), placement))
                .put("spec", spec.tree());
        return Text.of(resource.tree(), Warnings.of(workload, placement));
    }

    private static Map<String, String> conf(WorkloadPlan plan) {
        var conf = ApplicationConf.ofExecutors(plan);
        conf.keySet().removeIf(key -> FIELDS.contains(key) || AllocationFields.KEYS.contains(key));
        return conf;
    }

    private static PodTemplateSpec server(WorkloadPlan plan, Placement placement) {
        var pod = plan.driverPod().and(credentials(plan));
        var whole = WholePod.of(
                pod, PodTemplates.DRIVER_CONTAINER, plan.image(), plan.driver().resources(), 0);
        var account = Manifests.account(plan, placement);
        var spec = new PodBuilder(whole).editSpec();
        account.ifPresent(spec::withServiceAccountName);
        var built = spec.endSpec().build();
        return new PodTemplateSpecBuilder()
                .withMetadata(built.getMetadata())
                .withSpec(built.getSpec())
                .build();
    }

    private static PodPlan credentials(WorkloadPlan plan) {
        var pod = PodPlan.none();
        var variables = plan.s3().map(S3::podVariables).orElse(Map.of());
        for (var variable : variables.entrySet()) {
            pod = pod.secretEnv(
                    variable.getKey(),
                    variable.getValue().secret(),
                    variable.getValue().key());
        }
        return pod;
    }

    private static void check(WorkloadPlan plan, Operator operator, Map<String, String> conf) {
        var problems = new ArrayList<Problem>();
        DialectCheck.workload(plan, problems);
        if (!(operator instanceof Operator.Kubeflow)) {
            problems.add(new Problem(
                    "Spark.connectServer(..)",
                    plan.name(),
                    "is made by no operator but Kubeflow's",
                    "Operator.kubeflow(), or Spark.standaloneCluster(..) with Operator.apache()"));
        }
        conf.entrySet().stream()
                .filter(entry -> !entry.getValue().matches("[-\\w.,:/=@%+*{}]*"))
                .forEach(entry -> problems.add(new Problem(
                        ".conf(\"" + entry.getKey() + "\", ..)",
                        Redaction.shown(entry.getKey(), entry.getValue()),
                        "goes through a shell in the server's pod, which would take it apart",
                        "a value without spaces, quotes and $")));
        if (!problems.isEmpty()) {
            throw new InvalidSpecException(plan.name(), List.copyOf(problems));
        }
    }
}
