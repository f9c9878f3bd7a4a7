package dev.kindling.shell;

import dev.kindling.shell.command.HelpOption;
import dev.kindling.shell.terminal.Terminal;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindling completion SHELL}. */
@Command(
        name = "completion",
        description = "Print a script that completes commands and options.",
        footer = {"", "For this shell:  source <(kindling completion bash)"})
final class CompletionCommand implements Runnable {
    private final Terminal terminal;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.BASH;

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.out()
                .println(shell.prologue
                        + AutoComplete.bash("kindling", spec.root().commandLine()));
    }

    /** Zsh reads bash's completions once it is told to. */
    private enum Shell {
        BASH(""),
        ZSH("autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n");

        private final String prologue;

        Shell(String prologue) {
            this.prologue = prologue;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
