package dev.kindling.internal.reading;

import dev.kindling.image.PullPolicy;
import dev.kindling.image.SparkImage;
import dev.kindling.internal.conf.TypedConf;
import dev.kindling.internal.plan.RawConf;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settings as typed values, as far as those say exactly the same; the others stay raw. Both dialects come to this: one
 * writes settings, the fields of the other are what its operator passes on as settings.
 */
final class SettingsReader {
    private static final String POLICY = "spark.kubernetes.container.image.pullPolicy";
    private static final String SECRETS = "spark.kubernetes.container.image.pullSecrets";
    private static final String ACCOUNT = "spark.kubernetes.authenticate.driver.serviceAccountName";

    private final Map<String, String> left;

    private SettingsReader(Map<String, String> settings) {
        this.left = new LinkedHashMap<>(settings);
    }

    static WorkloadPlan read(String name, Map<String, String> settings) {
        var reader = new SettingsReader(settings);
        var plan = reader.encryption(WorkloadPlan.named(name));
        plan = reader.image(plan);
        plan = reader.dependencies(plan);
        plan = plan.executors(reader.executors()).driver(reader.driver());
        for (var raw : reader.left.entrySet()) {
            plan = plan.conf(raw.getKey(), raw.getValue());
        }
        return plan;
    }

    /** As Kindling writes it, whole; Spark's own default is off. */
    private WorkloadPlan encryption(WorkloadPlan plan) {
        var keys = Map.of(
                "spark.authenticate", "true",
                "spark.network.crypto.enabled", "true",
                "spark.network.crypto.authEngineVersion", "2");
        boolean on = keys.entrySet().stream().allMatch(key -> key.getValue().equals(left.get(key.getKey())));
        if (on) {
            left.keySet().removeAll(keys.keySet());
        } else if ("false".equals(left.get("spark.authenticate"))
                && "false".equals(left.get("spark.network.crypto.enabled"))) {
            left.keySet().removeAll(keys.keySet());
        }
        return plan.encryption(on);
    }

    private WorkloadPlan image(WorkloadPlan plan) {
        var secrets = list(left.get(SECRETS));
        return attempt(plan, List.of(TypedConf.IMAGE, POLICY, SECRETS), old -> {
                    var image = SparkImage.parse(left.getOrDefault(TypedConf.IMAGE, ""));
                    var policy = Optional.ofNullable(left.get(POLICY));
                    for (var known : PullPolicy.values()) {
                        if (policy.filter(known.toString()::equals).isPresent()) {
                            image = image.pullPolicy(known);
                        }
                    }
                    for (var secret : secrets) {
                        image = image.pullSecret(secret);
                    }
                    return old.image(image);
                })
                .orElse(plan);
    }

    private WorkloadPlan dependencies(WorkloadPlan plan) {
        var more = plan;
        for (var jar : list(left.remove("spark.jars"))) {
            more = more.jar(jar);
        }
        for (var file : list(left.remove("spark.files"))) {
            more = more.file(file);
        }
        var packages = list(left.remove("spark.jars.packages"));
        return packages.isEmpty() ? more : more.packages(packages.toArray(String[]::new));
    }

    private ExecutorPlan executors() {
        var plan = count();
        plan = said(plan, "spark.executor.cores", (old, text) -> old.cores(Integer.parseInt(text)));
        plan = said(plan, "spark.executor.memory", ExecutorPlan::memory);
        plan = said(plan, "spark.executor.memoryOverhead", ExecutorPlan::memoryOverhead);
        plan = said(plan, "spark.kubernetes.executor.request.cores", ExecutorPlan::cpuRequest);
        plan = said(plan, "spark.kubernetes.executor.limit.cores", ExecutorPlan::cpuLimit);
        return plan.pod(PodSettings.take("executor", left));
    }

    private DriverPlan driver() {
        var plan = DriverPlan.defaults();
        plan = said(plan, "spark.driver.cores", (old, text) -> old.cores(Integer.parseInt(text)));
        plan = said(plan, "spark.driver.memory", DriverPlan::memory);
        plan = said(plan, "spark.driver.memoryOverhead", DriverPlan::memoryOverhead);
        plan = said(plan, "spark.kubernetes.driver.request.cores", DriverPlan::cpuRequest);
        plan = said(plan, "spark.kubernetes.driver.limit.cores", DriverPlan::cpuLimit);
        plan = said(plan, ACCOUNT, DriverPlan::serviceAccount);
        return plan.pod(PodSettings.take("driver", left));
    }

    private ExecutorPlan count() {
        var keys = List.of(
                RawConf.DYNAMIC, RawConf.DYNAMIC_MIN, RawConf.DYNAMIC_MAX, RawConf.DYNAMIC_INITIAL, RawConf.INSTANCES);
        var plan = WorkloadPlan.named("x");
        for (var key : keys) {
            if (left.containsKey(key)) {
                plan = plan.conf(key, left.get(key));
            }
        }
        left.keySet().removeAll(keys);
        return plan.executors();
    }

    private <T> T said(T plan, String key, Change<T> change) {
        var text = left.get(key);
        return text == null
                ? plan
                : attempt(plan, List.of(key), old -> change.apply(old, text)).orElse(plan);
    }

    /** What a typed value refuses is left as a raw setting: it is the user's, and it may work. */
    private <T> Optional<T> attempt(T plan, List<String> keys, UnaryOperator<T> change) {
        try {
            var changed = change.apply(plan);
            left.keySet().removeAll(keys);
            return Optional.of(changed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::trim)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    @FunctionalInterface
    private interface Change<T> {
        T apply(T plan, String text);
    }
}
