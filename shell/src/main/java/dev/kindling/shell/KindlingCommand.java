package dev.kindling.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line: options of all commands, and help where no command is given. */
@Command(
        name = "kindling",
        versionProvider = Versions.class,
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Apache Spark on Kubernetes from Java.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all went well",
            " 1:the job failed",
            " 2:wrong usage, bad input, or a cluster that cannot be reached"
        },
        footer = {"", "Try:  kindling sample class-census", "The interactive console is not part of this version."})
final class KindlingCommand implements Runnable {
    @Option(names = "--trace", scope = ScopeType.INHERIT, description = "With an error, print its stack trace as well.")
    private boolean trace;

    @Spec
    private CommandSpec spec;

    /** The whole command line, ready to execute. */
    static CommandLine with(Terminal terminal, List<Sample> samples, BooleanSupplier interrupted) {
        var root = new KindlingCommand();
        var sample = new CommandLine(new SampleCommand());
        samples.forEach(each -> sample.addSubcommand(each.name(), RunSampleCommand.of(each, terminal)));
        var errors = new Errors(terminal.err(), () -> root.trace, interrupted);
        return new CommandLine(root)
                .addSubcommand("samples", new SamplesCommand(samples))
                .addSubcommand("sample", sample)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setUsageHelpWidth(Math.min(terminal.width(), 120));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
