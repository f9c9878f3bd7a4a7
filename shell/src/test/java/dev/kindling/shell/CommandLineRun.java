package dev.kindling.shell;

import dev.kindling.shell.applications.Cluster;
import dev.kindling.shell.applications.Workbench;
import dev.kindling.shell.terminal.Interruption;
import dev.kindling.shell.terminal.Screen;
import dev.kindling.shell.terminal.Terminal;
import dev.kindling.target.KubernetesCluster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A command line with streams in memory. */
final class CommandLineRun {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Function<KubernetesCluster, Cluster> clusters;
    private Optional<Screen> screen = Optional.empty();
    private String input = "";
    private boolean isInterrupted;

    CommandLineRun(Function<KubernetesCluster, Cluster> clusters) {
        this.clusters = clusters;
    }

    CommandLineRun screen(int columns, int rows) {
        screen = Optional.of(new Screen(columns, rows));
        return this;
    }

    CommandLineRun input(String text) {
        input = text;
        return this;
    }

    /** What waits for Ctrl-C has it at once. */
    CommandLineRun interrupted() {
        isInterrupted = true;
        return this;
    }

    /** Gives the exit code. */
    int execute(String... arguments) {
        out.reset();
        err.reset();
        var errors = print(err);
        var interruption = new Interruption(errors);
        if (isInterrupted) {
            interruption.begin();
        }
        var workbench = new Workbench(
                new Terminal(print(out), errors, screen, false),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                interruption,
                clusters);
        return KindlingCommand.with(workbench, List.of()).execute(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
