package dev.kindling.shell.console.session;

import dev.kindling.SessionSpec;
import dev.kindling.run.RunningSession;
import dev.kindling.target.RunTarget;
import java.util.function.Consumer;

/** Where a console's sessions run; opened when the first of them starts. */
public interface ConsolePlace extends AutoCloseable {
    /** The target, opened if it is not yet. */
    RunTarget open(Consumer<String> progress);

    /** Starts a session there. */
    default RunningSession start(SessionSpec spec, Consumer<String> progress) {
        return spec.startOn(open(progress), progress);
    }

    /** Ends one that it started. */
    default void end(RunningSession session) {
        session.close();
    }

    /** Throws if there can be no other session than the one that runs. */
    default void checkReplaceable() {}

    /** In words, such as {@code local[2]}. */
    @Override
    String toString();

    /** Gives it up if it was opened. */
    @Override
    void close();
}
