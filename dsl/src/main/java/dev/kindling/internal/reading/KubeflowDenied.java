package dev.kindling.internal.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Settings that Kubeflow's webhook refuses: those that have a field go there. */
final class KubeflowDenied {
    private static final Map<String, List<String>> FIELDS = Map.of(
            "spark.kubernetes.driver.container.image", List.of("driver", "image"),
            "spark.kubernetes.executor.container.image", List.of("executor", "image"),
            "spark.kubernetes.authenticate.executor.serviceAccountName", List.of("executor", "serviceAccount"),
            "spark.kubernetes.driver.master", List.of("driver", "kubernetesMaster"));

    private KubeflowDenied() {}

    /** Changes a resource; answers the keys that no field has. */
    static List<String> move(ObjectNode resource) {
        var spec = resource.withObject("/spec");
        var conf = spec.withObject("/sparkConf");
        FIELDS.forEach((key, field) -> {
            if (conf.has(key)) {
                spec.withObject("/" + field.get(0)).set(field.get(1), conf.remove(key));
            }
        });
        var refused = new ArrayList<String>();
        for (var key : List.copyOf(keys(conf))) {
            boolean denied =
                    key.equals("spark.master") || key.matches("spark\\.kubernetes\\.authenticate\\..*[oO]authToken.*");
            if (denied || key.equals("spark.kubernetes.namespace")) {
                conf.remove(key);
                refused.add(key);
            }
        }
        if (conf.isEmpty()) {
            spec.remove("sparkConf");
        }
        return refused;
    }

    private static List<String> keys(ObjectNode conf) {
        var keys = new ArrayList<String>();
        conf.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
