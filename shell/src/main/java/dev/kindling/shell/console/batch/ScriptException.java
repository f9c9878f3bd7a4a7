package dev.kindling.shell.console.batch;

/** A script that cannot go on; the message names file and line and is all that the user needs to see. */
public final class ScriptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ScriptException(String message) {
        super(message);
    }
}
