package dev.kindling.shell.applications;

import dev.kindling.run.ListedSchedule;
import dev.kindling.run.SubmittedSchedule;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The schedule that a verb is about. */
final class NamedSchedule {
    @Parameters(paramLabel = "NAME", description = "The schedule.")
    private String name = "";

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    /**
     * Its handle.
     *
     * @throws IllegalArgumentException if there is none, with the name that was perhaps meant
     */
    SubmittedSchedule find(Workbench workbench) {
        var cluster = workbench.clusters().apply(options.target());
        return cluster.schedule(name).orElseThrow(() -> new IllegalArgumentException(unknown(cluster)));
    }

    private String unknown(Cluster cluster) {
        var there = cluster.schedules().stream().map(ListedSchedule::name).toList();
        return options.unknown("schedule", name, there, "kindling schedule list");
    }
}
