package dev.kindling.shell;

import dev.kindling.shell.applications.ApplicationCommands;
import dev.kindling.shell.applications.Workbench;
import java.io.PrintWriter;
import java.util.List;
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
            " 1:the job or the application failed",
            " 2:wrong usage, bad input, or a cluster that cannot be reached or refuses",
            " 3:the application was deleted or cancelled before its end",
            " 4:the application has not ended within --timeout; it goes on",
            " 130:interrupted with Ctrl-C"
        },
        footer = {
            "",
            "Try:  kindling sample class-census",
            "Without a command: the console; FILE.jsh or - run as scripts."
        })
final class KindlingCommand implements Runnable {
    @Option(names = "--trace", scope = ScopeType.INHERIT, description = "With an error, print its stack trace as well.")
    private boolean trace;

    @Spec
    private CommandSpec spec;

    /** The whole command line, ready to execute. */
    static CommandLine with(Workbench workbench, List<Sample> samples) {
        var root = new KindlingCommand();
        var terminal = workbench.terminal();
        var sample = new CommandLine(new SampleCommand());
        samples.forEach(each -> sample.addSubcommand(each.name(), RunSampleCommand.of(each, terminal)));
        var errors = new Errors(terminal.err(), () -> root.trace, workbench.interruption()::seen);
        var commands = new CommandLine(root);
        ApplicationCommands.all(workbench).forEach(commands::addSubcommand);
        return commands.addSubcommand("samples", new SamplesCommand(samples))
                .addSubcommand("sample", sample)
                .addSubcommand("console", ConsoleCommand.with(terminal, () -> root.trace))
                .addSubcommand(new CompletionCommand(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
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
