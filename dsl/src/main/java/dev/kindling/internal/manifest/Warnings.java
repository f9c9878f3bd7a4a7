package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.plan.WorkloadPlan;
import java.util.List;

/** What an operator takes and a cluster will probably refuse. */
final class Warnings {
    private Warnings() {}

    static List<Problem> of(WorkloadPlan plan, Placement placement) {
        return Manifests.account(plan, placement).isPresent()
                ? List.of()
                : List.of(new Problem(
                        ".driver(..serviceAccount(..))",
                        "default",
                        "is the account of a driver that names none, and normally may not make executors",
                        ".driver(DriverPlan.defaults().serviceAccount(\"spark\"))"));
    }
}
