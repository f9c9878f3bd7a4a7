package dev.kindling.internal.plan;

/** What an application is: a workload with a program of its own, and what an operator does with it. */
public record ApplicationPlan(WorkloadPlan workload, Program program, Lifecycle lifecycle) {
    public static ApplicationPlan named(String name) {
        return new ApplicationPlan(WorkloadPlan.named(name), Program.NONE, Lifecycle.DEFAULTS);
    }

    public ApplicationPlan workload(WorkloadPlan value) {
        return new ApplicationPlan(value, program, lifecycle);
    }

    public ApplicationPlan program(Program value) {
        return new ApplicationPlan(workload, value, lifecycle);
    }

    public ApplicationPlan lifecycle(Lifecycle value) {
        return new ApplicationPlan(workload, program, value);
    }
}
