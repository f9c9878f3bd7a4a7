package dev.kindling.internal.rights;

import dev.kindling.internal.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;

/** What the driver of an application asks of the API server from its pod. */
public final class DriverNeeds {

    private DriverNeeds() {}

    /** Those of this application's driver. */
    public static List<Need> of(WorkloadPlan plan) {
        var needs = new ArrayList<Need>();
        needs.add(Need.vital(
                "Executors are pods, owned by the driver's, which it reads; `delete` is for those that fail or that dynamic"
                        + " allocation gives back.",
                "",
                List.of("pods"),
                "create",
                "get",
                "list",
                "watch",
                "delete"));
        needs.add(Need.vital(
                "Spark hands its settings to executors in a config map.", "", List.of("configmaps"), "create"));
        // Useful: the account that Apache's operator installs lacks it, and its runs are well.
        needs.add(Need.useful(
                "When it stops, Spark removes both by label; without it they go with the driver's pod, which owns them.",
                "",
                List.of("pods", "configmaps"),
                "deletecollection"));
        needs.add(Need.useful("It looks for claims to use again.", "", List.of("persistentvolumeclaims"), "list"));
        needs.addAll(ExecutorNeeds.of(plan));
        return needs;
    }
}
