package dev.kindling.internal.diagnosis.rule;

import dev.kindling.internal.diagnosis.evidence.PodFacts;

/**
 * How a role is called where something is to be changed.
 *
 * @param role driver or executor
 * @param code start of the line in the DSL
 */
record Plan(String role, String code) {

    private static final Plan DRIVER = new Plan("driver", ".driver(DriverPlan.defaults()");
    private static final Plan EXECUTOR = new Plan("executor", ".executors(ExecutorPlan.of(n)");

    static Plan of(boolean executor) {
        return executor ? EXECUTOR : DRIVER;
    }

    static Plan of(PodFacts pod) {
        return of(!pod.isDriver());
    }

    /** A call on the plan. */
    String code(String call) {
        return code + call + ")";
    }

    /** The setting, and the field that Kubeflow's dialect has for it. */
    String key(String kubernetes, String field) {
        return "spark.kubernetes." + role + "." + kubernetes + " (Kubeflow: spec." + role + "." + field + ")";
    }
}
