package dev.kindling.shell.applications;

import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling rbac FILE}. */
@Command(
        name = "rbac",
        sortOptions = false,
        description =
                "Print the Roles with the rights that an application uses and no more, for kubectl apply -n NS -f -")
final class RbacCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private SourceFile file = new SourceFile();

    @Option(
            names = "--operator",
            paramLabel = "OPERATOR",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private OperatorName operator = OperatorName.KUBEFLOW;

    @Mixin
    private final HelpOption help = new HelpOption();

    RbacCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var in = workbench.in();
        var rbac = file.isSchedule(in)
                ? file.schedule(in).rbac()
                : file.application(in).rbac(operator.operator());
        workbench.terminal().out().print(rbac.toYaml());
        return ExitCode.OK;
    }
}
