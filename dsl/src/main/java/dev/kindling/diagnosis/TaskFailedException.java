package dev.kindling.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task's function threw in its driver. The cause has the type, the message and the stack of what was thrown there, and
 * causes of its own.
 *
 * <pre>{@code
 * static void report(TaskFailedException e) {
 *     System.err.println(e.remote().type() + ": " + e.remote().getMessage());
 * }
 * }</pre>
 */
public final class TaskFailedException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final Remote remote;

    /** With what was tried and what was thrown. */
    public TaskFailedException(String tried, Remote remote) {
        super("Tried to " + tried + ".\n  seen: " + remote, remote);
        this.remote = remote;
    }

    /** What was thrown there; the same as the cause. */
    public Remote remote() {
        return remote;
    }

    /** Stands for an exception of another JVM, whose class need not be known here. */
    public static final class Remote extends Exception {
        private static final long serialVersionUID = 1L;

        private final String type;

        /**
         * As it was there.
         *
         * @param type name of its class
         */
        public Remote(String type, @Nullable String message, List<StackTraceElement> stack, @Nullable Remote cause) {
            super(message, cause);
            this.type = type;
            setStackTrace(stack.toArray(StackTraceElement[]::new));
        }

        /** Name of its class. */
        public String type() {
            return type;
        }

        @Override
        public String toString() {
            return getMessage() == null ? type : type + ": " + getMessage();
        }
    }
}
