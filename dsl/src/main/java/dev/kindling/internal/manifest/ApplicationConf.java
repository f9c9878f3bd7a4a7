package dev.kindling.internal.manifest;

import dev.kindling.internal.conf.MountedRpcSecret;
import dev.kindling.internal.conf.TypedConf;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.RawConf;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.target.Operator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The {@code sparkConf} of an application: what no field of the resource says. */
final class ApplicationConf {
    /** The operators name the application after the resource. */
    private static final String NAME = "spark.app.name";

    private ApplicationConf() {}

    /**
     * Typed values, limits and encryption, what the cluster does, raw settings last.
     *
     * @param fields keys that a field of the resource says, typed or raw
     * @param typedFields keys that a field says only where a typed value did
     */
    static Map<String, String> of(
            ApplicationPlan plan, Operator operator, Placement placement, Set<String> fields, Set<String> typedFields) {
        var workload = plan.workload();
        var conf = new LinkedHashMap<String, String>();
        Predicate<String> hasField = key -> key.equals(NAME) || fields.contains(key);
        Stream.concat(TypedConf.of(workload).stream(), TypedConf.ofDriver(workload).stream())
                .filter(setting -> !hasField.test(setting.key()) && !typedFields.contains(setting.key()))
                .forEach(setting -> conf.put(setting.key(), setting.value()));
        workload.limits().maxExecutorFailures().ifPresent(n -> conf.put(RawConf.MAX_FAILURES, String.valueOf(n)));
        conf.putAll(encryption(workload, placement));
        conf.putAll(ServiceConf.of(plan, operator));
        workload.conf().entrySet().stream()
                .filter(entry -> !hasField.test(entry.getKey()))
                .forEach(entry -> conf.put(entry.getKey(), entry.getValue()));
        return conf;
    }

    /** For a driver that no setting makes: what is said of executors, encryption, raw settings. */
    static Map<String, String> ofExecutors(WorkloadPlan plan) {
        var conf = new LinkedHashMap<String, String>();
        TypedConf.of(plan).forEach(setting -> conf.put(setting.key(), setting.value()));
        conf.putAll(encryption(plan, Placement.none()));
        conf.putAll(plan.conf());
        conf.remove(NAME);
        return conf;
    }

    /** Off is said too: Apache's operator switches on what is not mentioned. */
    private static Map<String, String> encryption(WorkloadPlan plan, Placement placement) {
        var conf = new LinkedHashMap<String, String>();
        if (!plan.encryption()) {
            conf.put("spark.authenticate", "false");
            conf.put("spark.network.crypto.enabled", "false");
            return conf;
        }
        conf.put("spark.authenticate", "true");
        conf.put("spark.network.crypto.enabled", "true");
        conf.put("spark.network.crypto.authEngineVersion", "2");
        placement.rpcSecret().map(MountedRpcSecret::settings).ifPresent(conf::putAll);
        return conf;
    }

    /** What is said of a key, typed or raw. */
    static Map<String, String> all(WorkloadPlan plan) {
        var all = new LinkedHashMap<String, String>(plan.conf());
        all.putAll(typed(plan));
        return all;
    }

    /** What typed values come to. */
    static Map<String, String> typed(WorkloadPlan plan) {
        var typed = new LinkedHashMap<String, String>();
        Stream.concat(TypedConf.of(plan).stream(), TypedConf.ofDriver(plan).stream())
                .forEach(setting -> typed.put(setting.key(), setting.value()));
        return typed;
    }
}
