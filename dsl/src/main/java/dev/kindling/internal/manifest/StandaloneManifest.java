package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.conf.TypedConf;
import dev.kindling.internal.conf.WholePod;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.run.SparkManifest;
import dev.kindling.target.Operator;
import dev.kindling.value.ExecutorCount;
import dev.kindling.value.PodPlan;
import dev.kindling.value.RoleResources;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A standalone cluster as Apache's {@code SparkCluster}: master and workers are stateful sets, applications come later. */
public final class StandaloneManifest {
    /** Of the worker itself, besides the executors that it starts: Spark's default for daemons. */
    private static final int DAEMON_MEBIBYTES = 1024;

    private StandaloneManifest() {}

    public static SparkManifest of(WorkloadPlan workload, Operator operator, Placement placement) {
        SpecCheck.workloadWithImage(workload, "Spark.standaloneCluster");
        check(workload, operator);
        var count = workload.executors().count();
        int least = count instanceof ExecutorCount.Dynamic dynamic ? dynamic.min() : count.atStart();
        var workers = new Fields()
                .put("initWorkers", count.atStart())
                .put("minWorkers", least)
                .put("maxWorkers", count.atMost());
        var spec = new Fields()
                .put("runtimeVersions", Map.of("sparkVersion", Manifests.SPARK_VERSION))
                .put("clusterTolerations", Map.of("instanceConfig", workers.tree()))
                .put("masterSpec", role(master(workload)))
                .put("workerSpec", role(worker(workload)))
                .put("sparkConf", conf(workload));
        var resource = new Fields()
                .put("apiVersion", ApacheSpec.API_VERSION)
                .put("kind", "SparkCluster")
                .put("metadata", Manifests.metadata(workload.name(), placement))
                .put("spec", spec.tree());
        return Text.of(resource.tree(), List.of());
    }

    /** Given to master and workers as system properties; the image is taken from here as well. */
    private static Map<String, String> conf(WorkloadPlan plan) {
        var conf = new LinkedHashMap<String, String>();
        conf.put(TypedConf.IMAGE, ApplicationConf.all(plan).get(TypedConf.IMAGE));
        conf.putAll(plan.conf());
        return conf;
    }

    private static Pod master(WorkloadPlan plan) {
        var given = plan.driver().resources();
        var memory = PodPlan.none()
                .env("SPARK_DAEMON_MEMORY", given.memory().map(Object::toString).orElse("1g"));
        return WholePod.of(memory.and(plan.driverPod()), "master", plan.image(), given, 0);
    }

    private static Pod worker(WorkloadPlan plan) {
        var given = plan.executors().resources();
        return WholePod.of(offer(given).and(plan.executorPod()), "worker", plan.image(), given, DAEMON_MEBIBYTES);
    }

    /** Left out, a worker offers all cores and all memory of its node, whatever its pod was given. */
    private static PodPlan offer(RoleResources given) {
        return PodPlan.none()
                .env("SPARK_WORKER_CORES", String.valueOf(given.cores().orElse(1)))
                .env("SPARK_WORKER_MEMORY", given.memory().map(Object::toString).orElse("1g"));
    }

    private static Map<String, Object> role(Pod pod) {
        var template = new Fields().put("metadata", pod.getMetadata()).put("spec", pod.getSpec());
        return Map.of("statefulSetSpec", Map.of("template", template.tree()));
    }

    private static void check(WorkloadPlan plan, Operator operator) {
        var problems = new ArrayList<Problem>();
        DialectCheck.workload(plan, problems);
        if (!(operator instanceof Operator.Apache)) {
            problems.add(new Problem(
                    "Spark.standaloneCluster(..)",
                    plan.name(),
                    "is made by no operator but Apache's",
                    "Operator.apache(), or Spark.connectServer(..) with Operator.kubeflow()"));
        }
        if (plan.executors().count() instanceof ExecutorCount.Dynamic dynamic && dynamic.min() < 1) {
            problems.add(new Problem(
                    ".workers(ExecutorPlan.dynamic(min, max))",
                    String.valueOf(dynamic.min()),
                    "is less than the one worker that a Kubernetes autoscaler always keeps",
                    ".workers(ExecutorPlan.dynamic(1, " + dynamic.max() + "))"));
        }
        plan.conf().entrySet().stream()
                .filter(entry -> entry.getValue().contains("\""))
                .forEach(entry -> problems.add(new Problem(
                        ".conf(\"" + entry.getKey() + "\", ..)",
                        entry.getValue(),
                        "goes through a shell in the pods, which would take it apart",
                        "a value without quotes")));
        if (!problems.isEmpty()) {
            throw new InvalidSpecException(plan.name(), problems);
        }
    }
}
