package dev.kindling.shell;

import dev.kindling.run.ApplicationLogs;
import dev.kindling.run.KeptLog;
import dev.kindling.run.LogLine;
import dev.kindling.run.LogSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Lines in memory; nothing is added while they are followed. */
final class FakeLogs implements ApplicationLogs {
    final List<LogLine> lines = new ArrayList<>();
    List<Integer> lost = List.of();

    FakeLogs line(int attempt, String executor, String text) {
        lines.add(new LogLine(new LogSource(attempt, executor, "pod", "uid-" + attempt + executor), text));
        return this;
    }

    @Override
    public void soFar(Consumer<LogLine> line) {
        lines.forEach(line);
    }

    @Override
    public CompletableFuture<Void> follow(Consumer<LogLine> line) {
        lines.forEach(line);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public List<KeptLog> kept() {
        return List.of();
    }

    @Override
    public List<Integer> lostAttempts() {
        return lost;
    }
}
