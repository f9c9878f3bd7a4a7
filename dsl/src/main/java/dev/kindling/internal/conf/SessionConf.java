package dev.kindling.internal.conf;

import dev.kindling.internal.plan.RawConf;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.run.Setting;
import dev.kindling.run.Setting.Origin;
import dev.kindling.run.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** From a checked plan, and what the verb found out, to Spark settings. Pure. */
public final class SessionConf {
    /** Raw settings that are read as Kindling's own limits and not given to Spark. */
    private static final Set<String> LIMITS = Set.of(RawConf.MAX_FAILURES, RawConf.RATIO, RawConf.WAITING_TIME);

    private static final List<String> NEEDS_PODS =
            List.of("spark.kubernetes.", "spark.executor", "spark.dynamicAllocation.");

    private SessionConf() {}

    /** As far as known without a target. */
    public static Settings of(SessionPlan plan) {
        var workload = plan.workload();
        return Settings.of(KindlingConf.defaults(workload)).and(said(workload)).and(KindlingConf.duties());
    }

    /** All that Spark is given, and what the target has no use for. */
    public static Settings of(SessionPlan plan, SessionFacts facts) {
        var workload = plan.workload();
        if (facts instanceof SessionFacts.OnCluster cluster) {
            return onCluster(workload, cluster);
        }
        return onThisJvm(workload, (SessionFacts.OnThisJvm) facts);
    }

    private static Settings onCluster(WorkloadPlan plan, SessionFacts.OnCluster facts) {
        var detected = new ArrayList<Setting>();
        detected.add(detected("spark.master", facts.master(), "the target"));
        facts.image().filter(any -> noImage(plan)).map(TypedConf::ofImage).ifPresent(detected::addAll);
        pods(facts.pods(), detected);
        plan.s3().map(StoreConf::ofSession).ifPresent(detected::addAll);
        driver(facts.driver(), detected);
        extraJars(plan, facts.extraJars(), detected);
        return Settings.of(KindlingConf.defaults(plan))
                .and(said(plan))
                .and(KindlingConf.duties())
                .and(detected)
                .and(facts.secret().map(KindlingConf::encryption).orElse(List.of()));
    }

    private static Settings onThisJvm(WorkloadPlan plan, SessionFacts.OnThisJvm facts) {
        var detected = new ArrayList<Setting>();
        var master = "local[" + facts.threads() + "]";
        detected.add(new Setting("spark.master", master, Origin.YOU, "Local.threads(n)"));
        for (var key : List.of("spark.driver.host", "spark.driver.bindAddress")) {
            detected.add(new Setting(key, "127.0.0.1", Origin.KINDLING, "nobody else needs to reach this JVM"));
        }
        plan.s3().map(StoreConf::ofSession).ifPresent(detected::addAll);
        extraJars(plan, facts.extraJars(), detected);
        return Settings.of(said(plan).stream().map(SessionConf::unusedHere).toList())
                .and(KindlingConf.duties().subList(0, 1))
                .and(detected);
    }

    /** Typed values, what the driver's part says and a session has no use for, and raw settings last. */
    private static List<Setting> said(WorkloadPlan plan) {
        var account = plan.driver().serviceAccount().stream()
                .map(name -> new Setting(
                        "spark.kubernetes.authenticate.driver.serviceAccountName", name, Origin.YOU, ".driver(..)"));
        var unused = Stream.concat(
                        account, TypedConf.ofDriver(plan).stream().filter(setting -> !isForAllPods(plan, setting)))
                .map(setting -> unused(setting, "the driver of a session is this JVM"));
        var raw = plan.conf().entrySet().stream()
                .filter(entry -> !LIMITS.contains(entry.getKey()))
                .map(entry -> new Setting(entry.getKey(), entry.getValue(), Origin.YOU, ".conf(..)"));
        return Stream.of(TypedConf.of(plan).stream(), unused, raw)
                .flatMap(all -> all)
                .toList();
    }

    /** What holds for all pods is said once, of executors: that there is no driver pod is no news. */
    private static boolean isForAllPods(WorkloadPlan plan, Setting setting) {
        return PodConf.of("driver", plan.roles().pods()).contains(setting);
    }

    private static Setting unusedHere(Setting setting) {
        return NEEDS_PODS.stream().anyMatch(setting.key()::startsWith)
                ? unused(setting, "Local.threads(n) runs tasks in this JVM")
                : setting;
    }

    private static Setting unused(Setting setting, String why) {
        return new Setting(setting.key(), setting.value(), Origin.UNUSED, why);
    }

    private static boolean noImage(WorkloadPlan plan) {
        return plan.image().isEmpty() && !plan.conf().containsKey(TypedConf.IMAGE);
    }

    private static void pods(PodFacts pods, List<Setting> detected) {
        detected.add(detected("spark.kubernetes.namespace", pods.namespace(), "the target's, or the context's"));
        detected.add(detected(
                "spark.kubernetes.executor.podNamePrefix", pods.podNamePrefix(), "the name and something unique"));
        pods.kubeContext().ifPresent(name -> detected.add(detected("spark.kubernetes.context", name, "the target")));
        pods.serviceAccount()
                .ifPresent(name -> detected.add(detected(
                        "spark.kubernetes.authenticate.executor.serviceAccountName", name, ".serviceAccount(..)")));
        pods.driverPodName()
                .ifPresent(name -> detected.add(detected(
                        "spark.kubernetes.driver.pod.name", name, "this JVM's pod, which owns the executors")));
        pods.executorTemplateFile()
                .ifPresent(file -> detected.add(detected(
                        "spark.kubernetes.executor.podTemplateFile",
                        file.toString(),
                        "what no Spark setting says of pods")));
    }

    private static void driver(DriverEndpoint driver, List<Setting> detected) {
        detected.add(detected("spark.driver.host", driver.host(), "where executors reach this JVM"));
        detected.add(detected("spark.driver.bindAddress", driver.bindAddress(), "where this JVM listens"));
        var fixed = "fixed before the start, so that an error can name it";
        detected.add(detected("spark.driver.port", String.valueOf(driver.port()), fixed));
        detected.add(detected("spark.driver.blockManager.port", String.valueOf(driver.blockManagerPort()), fixed));
    }

    private static void extraJars(WorkloadPlan plan, List<String> extra, List<Setting> detected) {
        if (extra.isEmpty()) {
            return;
        }
        var said = said(plan).stream()
                .filter(setting -> setting.key().equals("spark.jars"))
                .map(Setting::value);
        var all = String.join(",", Stream.concat(said, extra.stream()).toList());
        detected.add(detected("spark.jars", all, "yours, and those of the program"));
    }

    private static Setting detected(String key, String value, String why) {
        return new Setting(key, value, Origin.DETECTED, why);
    }
}
