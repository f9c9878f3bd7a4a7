package dev.kindling.shell.applications;

import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling check FILE}. */
@Command(
        name = "check",
        sortOptions = false,
        description = {
            "Look whether the cluster would take and run an application, or a schedule; make nothing.",
            "Exit code 1 if it could not work, 0 if it may, 2 if the cluster cannot be reached."
        })
final class CheckCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private SourceFile file = new SourceFile();

    @Option(
            names = "--operator",
            paramLabel = "OPERATOR",
            description = "${COMPLETION-CANDIDATES} (none: the driver's pod is made directly). Default: kubeflow")
    private Optional<OperatorName> operator = Optional.empty();

    @Option(names = "--json", description = "For programs; the schema is preflight.schema.json of kindling-dsl.")
    private boolean json;

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    CheckCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var cluster = workbench.clusters().apply(options.target(operator));
        var in = workbench.in();
        var preflight =
                file.isSchedule(in) ? cluster.preflight(file.schedule(in)) : cluster.preflight(file.application(in));
        workbench.terminal().out().println(json ? preflight.toJson() : preflight);
        return preflight.isClear() ? ExitCode.OK : ExitCode.FAILED;
    }
}
