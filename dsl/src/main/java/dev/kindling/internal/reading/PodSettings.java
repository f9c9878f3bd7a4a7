package dev.kindling.internal.reading;

import dev.kindling.value.PodPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Settings of one role's pods as typed values: labels, annotations, environment, node selectors. */
final class PodSettings {
    private PodSettings() {}

    /** Takes out of the settings what a plan says exactly so. */
    static PodPlan take(String role, Map<String, String> settings) {
        var pod = PodPlan.none();
        for (var kind : kinds(role).entrySet()) {
            for (var key : List.copyOf(settings.keySet())) {
                if (key.startsWith(kind.getKey())) {
                    var said = Map.entry(key.substring(kind.getKey().length()), settings.get(key));
                    try {
                        pod = kind.getValue().apply(pod, said);
                        settings.remove(key);
                    } catch (IllegalArgumentException e) {
                        continue; // it stays a raw setting
                    }
                }
            }
        }
        return pod;
    }

    /** By the beginning of the key. */
    private static Map<String, BiFunction<PodPlan, Map.Entry<String, String>, PodPlan>> kinds(String role) {
        var prefix = "spark.kubernetes." + role + ".";
        var kinds = new LinkedHashMap<String, BiFunction<PodPlan, Map.Entry<String, String>, PodPlan>>();
        kinds.put(prefix + "label.", (pod, said) -> pod.label(said.getKey(), said.getValue()));
        kinds.put(prefix + "annotation.", (pod, said) -> pod.annotation(said.getKey(), said.getValue()));
        kinds.put(prefix + "node.selector.", (pod, said) -> pod.nodeSelector(said.getKey(), said.getValue()));
        kinds.put(prefix + "secretKeyRef.", PodSettings::secretEnv);
        kinds.put(
                role.equals("driver") ? "spark.kubernetes.driverEnv." : "spark.executorEnv.",
                (pod, said) -> pod.env(said.getKey(), said.getValue()));
        return kinds;
    }

    private static PodPlan secretEnv(PodPlan pod, Map.Entry<String, String> said) {
        var reference = said.getValue().split(":", 2);
        if (reference.length != 2) {
            throw new IllegalArgumentException(said.getValue());
        }
        return pod.secretEnv(said.getKey(), reference[0], reference[1]);
    }
}
