package dev.kindling.shell.console.remote;

import org.jspecify.annotations.Nullable;

/** A console variable that code on an executor cannot have, by name; better than the 0 or null of an empty field. */
public final class ConsoleVariableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ConsoleVariableException(String message) {
        this(message, null);
    }

    ConsoleVariableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
