package dev.kindling.shell.applications;

import dev.kindling.run.LogKeeping;
import dev.kindling.run.SubmittedApplication;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The application that a verb is about. */
final class NamedApplication {
    @Parameters(paramLabel = "NAME", description = "The application.")
    private String name = "";

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    String name() {
        return name;
    }

    /** The options that find the same cluster and namespace, for another command line. */
    String options() {
        return options.again();
    }

    /**
     * Its handle; what it logs is not followed.
     *
     * @throws IllegalArgumentException if there is none, with the names that were perhaps meant
     */
    SubmittedApplication find(Workbench workbench) {
        return find(workbench, LogKeeping.off());
    }

    /** The same; its logs are followed and kept as said. */
    SubmittedApplication find(Workbench workbench, LogKeeping keeping) {
        return find(name, options, workbench, keeping);
    }

    /** The same for a name that another parameter gives. */
    static SubmittedApplication find(String name, ClusterOptions options, Workbench workbench, LogKeeping keeping) {
        var cluster = workbench.clusters().apply(options.target());
        return cluster.find(name, keeping)
                .orElseThrow(() -> new IllegalArgumentException(options.unknown("application", name, cluster)));
    }
}
