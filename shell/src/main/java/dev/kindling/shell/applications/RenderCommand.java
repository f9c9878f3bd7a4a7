package dev.kindling.shell.applications;

import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling render FILE}. */
@Command(name = "render", sortOptions = false, description = "Print the custom resource as it would be submitted.")
final class RenderCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private SourceFile file = new SourceFile();

    @Option(
            names = "--operator",
            required = true,
            paramLabel = "OPERATOR",
            description = "For which: ${COMPLETION-CANDIDATES}")
    private OperatorName operator = OperatorName.KUBEFLOW;

    @Mixin
    private ManifestFormat format = new ManifestFormat();

    @Mixin
    private final HelpOption help = new HelpOption();

    RenderCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var in = workbench.in();
        var manifest = file.isSchedule(in)
                ? file.schedule(in).manifest(operator.operator())
                : file.application(in).manifest(operator.operator());
        format.print(manifest, workbench.terminal());
        return ExitCode.OK;
    }
}
