package dev.kindling.shell.applications;

import dev.kindling.run.SubmittedApplication;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling submit FILE}. */
@Command(
        name = "submit",
        sortOptions = false,
        description = {
            "Submit an application, or a schedule; print its name.",
            "With --wait, --follow or --timeout, wait for its end and exit as it did. Ctrl-C then ends the waiting only."
        })
final class SubmitCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private SourceFile file = new SourceFile();

    @Option(names = "--name", paramLabel = "NAME", description = "Another name than the file's.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--operator",
            paramLabel = "OPERATOR",
            description = "${COMPLETION-CANDIDATES} (none: the driver's pod is made directly). Default: kubeflow")
    private Optional<OperatorName> operator = Optional.empty();

    @Option(names = "--no-preflight", description = "Do not look first whether it can work.")
    private boolean unseen;

    @Mixin
    private WaitOptions waiting = new WaitOptions();

    @Option(
            names = {"-f", "--follow"},
            description = "Print the driver's log while waiting.")
    private boolean follow;

    @Option(names = "--delete-on-exit", description = "Wait, and delete it when this command ends, also with Ctrl-C.")
    private boolean deleteOnExit;

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    SubmitCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        return file.isSchedule(workbench.in()) ? schedule() : application();
    }

    private int application() {
        var read = file.application(workbench.in());
        var run = cluster().submit(name.map(read::name).orElse(read));
        return waits() ? waitFor(deleteOnExit ? run.deleteOnExit() : run) : leave(run);
    }

    private int schedule() {
        var read = file.schedule(workbench.in());
        var spec = name.map(read::name).orElse(read);
        if (waits()) {
            throw new IllegalArgumentException(spec + " has no end to wait for. Write: kindling submit FILE alone");
        }
        var schedule = cluster().submit(spec);
        workbench.terminal().out().println(schedule.name());
        workbench
                .terminal()
                .err()
                .println("submitted to namespace " + schedule.namespace() + "; its runs: kindling schedule status "
                        + schedule.name() + options.again());
        return ExitCode.OK;
    }

    private Cluster cluster() {
        return workbench.clusters().apply(options.target(operator).preflight(!unseen));
    }

    private boolean waits() {
        return waiting.isAskedFor() || follow || deleteOnExit;
    }

    private int leave(SubmittedApplication run) {
        workbench.terminal().out().println(run.name());
        workbench
                .terminal()
                .err()
                .println("submitted to namespace " + run.namespace() + "; to follow it: kindling logs -f " + run.name()
                        + options.again());
        return ExitCode.OK;
    }

    private int waitFor(SubmittedApplication run) {
        var report = new Waiting(workbench, run, options.again());
        return report.untilEnd(waiting.limit(), follow, deleteOnExit);
    }
}
