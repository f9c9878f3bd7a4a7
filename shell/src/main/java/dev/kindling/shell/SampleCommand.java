package dev.kindling.shell;

import dev.kindling.shell.command.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindling sample}: the samples are its subcommands, so that a misspelt name gets a suggestion. */
@Command(
        name = "sample",
        description = "Run a sample.",
        synopsisSubcommandLabel = "NAME",
        commandListHeading = "%nSamples:%n")
final class SampleCommand implements Runnable {
    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which sample? Write: kindling sample NAME (kindling samples lists them)");
    }
}
