package dev.kindling.internal.plan;

/** What an application is: a workload with a program of its own, and what an operator and the cluster do with it. */
public record ApplicationPlan(WorkloadPlan workload, Program program, Lifecycle lifecycle, ClusterServices services) {
    public static ApplicationPlan named(String name) {
        return new ApplicationPlan(WorkloadPlan.named(name), Program.NONE, Lifecycle.DEFAULTS, ClusterServices.NONE);
    }

    public ApplicationPlan workload(WorkloadPlan value) {
        return new ApplicationPlan(value, program, lifecycle, services);
    }

    public ApplicationPlan program(Program value) {
        return new ApplicationPlan(workload, value, lifecycle, services);
    }

    public ApplicationPlan lifecycle(Lifecycle value) {
        return new ApplicationPlan(workload, program, value, services);
    }

    public ApplicationPlan services(ClusterServices value) {
        return new ApplicationPlan(workload, program, lifecycle, value);
    }
}
