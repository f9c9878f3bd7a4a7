package dev.kindling.shell.applications;

import dev.kindling.run.LostField;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling convert FILE}. */
@Command(
        name = "convert",
        sortOptions = false,
        description = "Print the custom resource of the other operator; what it cannot say is named on standard error.")
final class ConvertCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private SourceFile file = new SourceFile();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "OPERATOR",
            description = "For which: ${COMPLETION-CANDIDATES}")
    private OperatorName operator = OperatorName.KUBEFLOW;

    @Mixin
    private ManifestFormat format = new ManifestFormat();

    @Mixin
    private final HelpOption help = new HelpOption();

    ConvertCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var conversion = file.application(workbench.in()).convertTo(operator.operator());
        format.print(conversion.manifest(), workbench.terminal());
        tell(conversion.lost());
        return ExitCode.OK;
    }

    private void tell(List<LostField> lost) {
        var err = workbench.terminal().err();
        lost.forEach(field -> err.println("lost: " + field.path() + " \"" + field.value() + "\": " + field.why()));
        err.println(lost.isEmpty() ? "nothing lost" : "fields without a counterpart: " + lost.size());
    }
}
