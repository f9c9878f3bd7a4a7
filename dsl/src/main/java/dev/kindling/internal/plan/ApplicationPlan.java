package dev.kindling.internal.plan;

import java.util.List;
import java.util.Optional;

/**
 * What an application is: a workload with a program of its own.
 *
 * @param mainClass a Java or Scala class; not for Python
 * @param mainFile jar or Python file that holds the program
 */
public record ApplicationPlan(
        WorkloadPlan workload, Optional<String> mainClass, Optional<String> mainFile, List<String> arguments) {
    public ApplicationPlan {
        arguments = List.copyOf(arguments);
    }

    public static ApplicationPlan named(String name) {
        return new ApplicationPlan(WorkloadPlan.named(name), Optional.empty(), Optional.empty(), List.of());
    }

    public ApplicationPlan workload(WorkloadPlan value) {
        return new ApplicationPlan(value, mainClass, mainFile, arguments);
    }
}
