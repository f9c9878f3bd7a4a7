package dev.kindling.shell.command;

import picocli.CommandLine.Option;

/** {@code --help} for a subcommand; it cannot be inherited, as picocli's own help command has one already. */
public final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;
}
