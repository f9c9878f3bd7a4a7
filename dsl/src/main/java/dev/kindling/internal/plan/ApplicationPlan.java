package dev.kindling.internal.plan;

import java.util.Optional;

/**
 * What an application is: a workload with a program of its own, and what an operator and the cluster do with it.
 *
 * @param code where files of this machine go, as no pod can read them here
 * @param origin the resource it was read from, if it was
 */
public record ApplicationPlan(
        WorkloadPlan workload,
        Program program,
        Lifecycle lifecycle,
        ClusterServices services,
        Code code,
        Optional<Origin> origin) {
    public static ApplicationPlan named(String name) {
        return new ApplicationPlan(
                WorkloadPlan.named(name),
                Program.NONE,
                Lifecycle.DEFAULTS,
                ClusterServices.NONE,
                Code.NONE,
                Optional.empty());
    }

    public ApplicationPlan workload(WorkloadPlan value) {
        return new ApplicationPlan(value, program, lifecycle, services, code, origin);
    }

    public ApplicationPlan program(Program value) {
        return new ApplicationPlan(workload, value, lifecycle, services, code, origin);
    }

    public ApplicationPlan lifecycle(Lifecycle value) {
        return new ApplicationPlan(workload, program, value, services, code, origin);
    }

    public ApplicationPlan services(ClusterServices value) {
        return new ApplicationPlan(workload, program, lifecycle, value, code, origin);
    }

    public ApplicationPlan code(Code value) {
        return new ApplicationPlan(workload, program, lifecycle, services, value, origin);
    }

    public ApplicationPlan origin(Optional<Origin> value) {
        return new ApplicationPlan(workload, program, lifecycle, services, code, value);
    }
}
