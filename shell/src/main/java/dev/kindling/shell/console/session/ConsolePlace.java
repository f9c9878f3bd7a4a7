package dev.kindling.shell.console.session;

import dev.kindling.target.RunTarget;
import java.util.function.Consumer;

/** Where a console's sessions run; opened when the first of them starts. */
public interface ConsolePlace extends AutoCloseable {
    /** The target, opened if it is not yet. */
    RunTarget open(Consumer<String> progress);

    /** In words, such as {@code local[2]}. */
    @Override
    String toString();

    /** Gives it up if it was opened. */
    @Override
    void close();
}
