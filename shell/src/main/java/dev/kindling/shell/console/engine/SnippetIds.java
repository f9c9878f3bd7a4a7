package dev.kindling.shell.console.engine;

import jdk.jshell.Snippet;

/** Numbers snippets as the jshell tool does: {@code s1} for those of the start, {@code e1} for errors, {@code 1} for the user's. */
final class SnippetIds {
    private boolean starting = true;
    private int ofStart;
    private int ofErrors;
    private int ofUser;

    /** From now on they are the user's. */
    void started() {
        starting = false;
    }

    String next(Snippet snippet) {
        if (snippet.kind() == Snippet.Kind.ERRONEOUS) {
            return "e" + ++ofErrors;
        }
        return starting ? "s" + ++ofStart : Integer.toString(++ofUser);
    }
}
