package dev.kindling.shell.console.engine;

import java.util.function.Predicate;
import jdk.jshell.Snippet;

/** Numbers snippets as the jshell tool does: {@code s1} for those of the start, {@code e1} for errors, {@code 1} for the user's. */
final class SnippetIds {
    private Predicate<Snippet> failed = snippet -> false;
    private boolean starting = true;
    private int ofStart;
    private int ofErrors;
    private int ofUser;

    /** From now on they are the user's. */
    void started() {
        starting = false;
    }

    /** How to tell those of errors, once there is a JShell that knows. */
    void failed(Predicate<Snippet> whether) {
        failed = whether;
    }

    /** What jshell calls the value of an expression without a name: by the number that its snippet will get. */
    String nextValue() {
        return "$" + (starting ? ofStart + 1 : ofUser + 1);
    }

    String next(Snippet snippet) {
        if (!starting && failed.test(snippet)) {
            return "e" + ++ofErrors;
        }
        return starting ? "s" + ++ofStart : Integer.toString(++ofUser);
    }
}
