package dev.kindling.internal.conf;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.plan.Dependencies;
import dev.kindling.internal.plan.RawConf;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.run.Setting;
import dev.kindling.run.Setting.Origin;
import dev.kindling.storage.EventLog;
import dev.kindling.storage.S3;
import dev.kindling.value.ExecutorCount;
import dev.kindling.value.RoleResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the typed values of a spec come to, each with the call that said it; a raw setting must not say otherwise. */
public final class TypedConf {
    public static final String IMAGE = "spark.kubernetes.container.image";

    private final List<Setting> settings = new ArrayList<>();

    private TypedConf() {}

    /** Of everything but the driver's own resources and pod, which a session has no use for. */
    public static List<Setting> of(WorkloadPlan plan) {
        var conf = new TypedConf();
        conf.add("spark.app.name", plan.name(), "Spark.session(name) or Spark.application(name)");
        plan.image().ifPresent(conf::image);
        plan.roles().executors().ifPresent(executors -> {
            conf.count(executors.count());
            conf.resources("executor", executors.resources());
        });
        conf.dependencies(plan.dependencies());
        s3(plan).ifPresent(store -> conf.settings.addAll(S3Conf.of(store)));
        plan.eventLog().ifPresent(conf::eventLog);
        conf.settings.addAll(PodConf.of("executor", plan.executorPod()));
        s3(plan).ifPresent(store -> conf.settings.addAll(S3Conf.access(store, "executor")));
        return List.copyOf(conf.settings);
    }

    /** Of the driver's resources and pod. */
    public static List<Setting> ofDriver(WorkloadPlan plan) {
        var conf = new TypedConf();
        conf.resources("driver", plan.driver().resources());
        conf.settings.addAll(PodConf.of("driver", plan.driverPod()));
        s3(plan).ifPresent(store -> conf.settings.addAll(S3Conf.access(store, "driver")));
        return List.copyOf(conf.settings);
    }

    /** As long as nothing is made, the Secret of static keys has no name of its own. */
    private static Optional<S3> s3(WorkloadPlan plan) {
        return plan.s3().map(store -> StaticKeys.movedTo(plan.name() + "-s3", store));
    }

    static List<Setting> ofImage(SparkImage image) {
        var conf = new TypedConf();
        conf.image(image);
        return List.copyOf(conf.settings);
    }

    private void eventLog(EventLog log) {
        add("spark.eventLog.enabled", "true", ".eventLog(..)");
        add("spark.eventLog.dir", log.folder(), ".eventLog(..)");
    }

    private void image(SparkImage image) {
        add(IMAGE, image.reference(), ".image(..)");
        image.pullPolicy()
                .ifPresent(policy -> add(
                        "spark.kubernetes.container.image.pullPolicy",
                        policy.toString(),
                        ".image(SparkImage.parse(..).pullPolicy(..))"));
        if (!image.pullSecrets().isEmpty()) {
            add(
                    "spark.kubernetes.container.image.pullSecrets",
                    String.join(",", image.pullSecrets()),
                    ".image(SparkImage.parse(..).pullSecret(..))");
        }
    }

    private void count(ExecutorCount count) {
        if (count instanceof ExecutorCount.Dynamic dynamic) {
            var call = ".executors(ExecutorPlan.dynamic(min, max))";
            add(RawConf.DYNAMIC, "true", call);
            add(RawConf.DYNAMIC_MIN, String.valueOf(dynamic.min()), call);
            add(RawConf.DYNAMIC_MAX, String.valueOf(dynamic.max()), call);
            add(RawConf.DYNAMIC_INITIAL, String.valueOf(dynamic.atStart()), ".executors(..initial(..))");
            dynamic.idle()
                    .ifPresent(idle -> add(
                            "spark.dynamicAllocation.executorIdleTimeout",
                            idle.toSeconds() + "s",
                            ".executors(..idle(..))"));
        } else {
            add(RawConf.DYNAMIC, "false", ".executors(ExecutorPlan.of(n))");
            add(RawConf.INSTANCES, String.valueOf(count.atStart()), ".executors(ExecutorPlan.of(n))");
        }
    }

    private void resources(String role, RoleResources given) {
        var call = (role.equals("driver") ? ".driver(.." : ".executors(..");
        given.cores().ifPresent(n -> add("spark." + role + ".cores", String.valueOf(n), call + "cores(..))"));
        given.memory().ifPresent(size -> add("spark." + role + ".memory", size.toString(), call + "memory(..))"));
        given.memoryOverhead()
                .ifPresent(size ->
                        add("spark." + role + ".memoryOverhead", size.toString(), call + "memoryOverhead(..))"));
        given.cpuRequest()
                .ifPresent(cores ->
                        add("spark.kubernetes." + role + ".request.cores", cores.toString(), call + "cpuRequest(..))"));
        given.cpuLimit()
                .ifPresent(cores ->
                        add("spark.kubernetes." + role + ".limit.cores", cores.toString(), call + "cpuLimit(..))"));
    }

    private void dependencies(Dependencies needed) {
        var packages = needed.packages().stream().map(coordinates -> "ivy://" + coordinates);
        var jars = Stream.concat(needed.jars().stream(), packages).toList();
        if (!jars.isEmpty()) {
            add("spark.jars", String.join(",", jars), ".jar(..) and .packages(..)");
        }
        if (!needed.files().isEmpty()) {
            add("spark.files", String.join(",", needed.files()), ".file(..)");
        }
    }

    private void add(String key, String value, String call) {
        settings.add(new Setting(key, value, Origin.YOU, call));
    }
}
