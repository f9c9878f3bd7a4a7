package dev.kindling.shell.applications;

import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling suspend NAME}. */
@Command(
        name = "suspend",
        sortOptions = false,
        description = "Stop an application until it is resumed; what it has done is lost. Kubeflow's operator only.")
final class SuspendCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private NamedApplication application = new NamedApplication();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "How long to wait until its driver is gone. Default: ${DEFAULT-VALUE}")
    private Duration timeout = Duration.ofMinutes(2);

    @Mixin
    private final HelpOption help = new HelpOption();

    SuspendCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var suspension = application.find(workbench).suspend(timeout);
        workbench.terminal().out().println(application.name() + " suspended");
        if (!suspension.warning().isEmpty()) {
            workbench.terminal().err().println(suspension.warning());
        }
        return ExitCode.OK;
    }
}
