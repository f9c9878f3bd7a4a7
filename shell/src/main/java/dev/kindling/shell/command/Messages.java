package dev.kindling.shell.command;

import dev.kindling.diagnosis.KindlingException;
import java.util.Optional;

/** Exceptions in words. */
public final class Messages {
    private Messages() {}

    /** One message; causes only where they say something new, as our own exceptions have said it all. */
    public static String of(Throwable thrown) {
        var message = Optional.ofNullable(thrown.getMessage())
                .orElse(thrown.getClass().getSimpleName());
        var cause = thrown.getCause();
        if (thrown instanceof KindlingException
                || cause == null
                || cause.getMessage() == null
                || message.contains(cause.getMessage())) {
            return message;
        }
        return message + "\n  because: " + of(cause);
    }
}
