package dev.kindling.internal.rights;

import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.value.Volume;
import java.util.ArrayList;
import java.util.List;

/** What every driver asks for its executors' sake, wherever it runs. */
final class ExecutorNeeds {

    private static final String CLAIM = "spark.kubernetes.executor.volumes.persistentVolumeClaim.";
    private static final String REMOVES_PODS = "spark.kubernetes.executor.deleteOnTermination";

    private ExecutorNeeds() {}

    static List<Need> of(WorkloadPlan plan) {
        var needs = new ArrayList<Need>();
        needs.add(Need.useful(
                "Spark removes services and claims by label when it stops, whether there are any or not.",
                "",
                List.of("services", "persistentvolumeclaims"),
                "deletecollection"));
        if (generatesClaims(plan)) {
            needs.add(Need.vital(
                    "Each executor is given a claim of its own.", "", List.of("persistentvolumeclaims"), "create"));
        }
        if ("false".equals(plan.conf().get(REMOVES_PODS))) {
            needs.add(
                    Need.useful("Executors that have ended are kept and marked.", "", List.of("pods"), "get", "patch"));
        }
        return needs;
    }

    private static boolean generatesClaims(WorkloadPlan plan) {
        return plan.executorPod().volumes().stream().anyMatch(each -> each.source() instanceof Volume.GeneratedClaim)
                || plan.conf().entrySet().stream()
                        .anyMatch(entry -> entry.getKey().startsWith(CLAIM)
                                && entry.getValue().equalsIgnoreCase("OnDemand"));
    }
}
