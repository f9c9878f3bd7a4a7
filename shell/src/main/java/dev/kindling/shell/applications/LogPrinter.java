package dev.kindling.shell.applications;

import dev.kindling.run.LogLine;
import dev.kindling.run.LogSource;
import dev.kindling.shell.terminal.Terminal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Prints the lines that are wanted: nothing but the log on standard output. Lines of several pods may come at once. */
final class LogPrinter implements Consumer<LogLine> {
    private final Terminal terminal;
    private final LogSelection selection;
    private final Set<Integer> attempts = new HashSet<>();
    private Optional<LogSource> last = Optional.empty();

    LogPrinter(Terminal terminal, LogSelection selection) {
        this.terminal = terminal;
        this.selection = selection;
    }

    @Override
    public synchronized void accept(LogLine line) {
        attempts.add(line.source().attempt());
        if (!selection.wants(line.source())) {
            return;
        }
        if (selection.isMixed()) {
            terminal.out().println(label(line.source()) + " | " + line.text());
        } else {
            tellOfNewAttempt(line.source());
            terminal.out().println(line.text());
        }
        last = Optional.of(line.source());
    }

    /** Whether that attempt has a log, wanted or not. */
    synchronized boolean hasSeen(int attempt) {
        return attempts.contains(attempt);
    }

    synchronized boolean isEmpty() {
        return last.isEmpty();
    }

    private void tellOfNewAttempt(LogSource source) {
        last.filter(before -> before.attempt() != source.attempt())
                .ifPresent(before -> terminal.err().println("-- attempt " + source.attempt() + " --"));
    }

    private static String label(LogSource source) {
        return source.attempt() + " " + (source.isDriver() ? "driver" : "executor " + source.executor());
    }
}
