package dev.kindling.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exception that ended a driver, read from its log: the class is not on this class path, so this stands for it. Its
 * causes are the driver's.
 *
 * <pre>{@code
 * static boolean ranOutOfMemory(DriverException e) {
 *     return e.type().equals("java.lang.OutOfMemoryError");
 * }
 * }</pre>
 */
public final class DriverException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String said;
    private final String[] frames;

    /**
     * With what the log says.
     *
     * @param type the exception's class, such as {@code java.lang.IllegalStateException} or Python's {@code ValueError}
     * @param said its message; may be empty
     * @param frames where it came from, as written in the log
     */
    public DriverException(String type, String said, List<String> frames, @Nullable Throwable cause) {
        super(said.isEmpty() ? type : type + ": " + said, cause);
        this.type = type;
        this.said = said;
        this.frames = frames.toArray(String[]::new);
        setStackTrace(new StackTraceElement[0]); // Of this JVM's parser: nobody wants to see it.
    }

    /** The exception's class. */
    public String type() {
        return type;
    }

    /** The exception's own message; may be empty. */
    public String said() {
        return said;
    }

    /** Where it came from, as written in the log. */
    public List<String> frames() {
        return List.of(frames);
    }

    /** By what the log says, so that outcomes can be compared. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DriverException that
                && type.equals(that.type)
                && said.equals(that.said)
                && frames().equals(that.frames());
    }

    @Override
    public int hashCode() {
        return type.hashCode() * 31 + said.hashCode();
    }
}
