package dev.kindling.shell.console.session;

import dev.kindling.SessionSpec;
import dev.kindling.run.RunningSession;
import dev.kindling.target.RunTarget;
import java.util.function.Consumer;

/**
 * A session that belongs to the program in which the console runs: it is used and left as it is.
 *
 * @param session the program's
 */
public record HostsSession(RunningSession session) implements ConsolePlace {
    @Override
    public RunTarget open(Consumer<String> progress) {
        throw new IllegalStateException(
                "this console uses the session of the program around it, which knows the cluster");
    }

    /** Whether code that is typed reaches its executors. */
    public boolean isReady() {
        return session instanceof ReadySession;
    }

    @Override
    public RunningSession start(SessionSpec spec, Consumer<String> progress) {
        return session;
    }

    @Override
    public void end(RunningSession ended) {}

    @Override
    public void checkReplaceable() {
        throw new IllegalStateException(
                "the session belongs to the program around this console: it cannot be replaced here");
    }

    @Override
    public String toString() {
        return "the session of the program";
    }

    @Override
    public void close() {}
}
