package dev.kindling.diagnosis;

import java.util.List;

/**
 * This JVM was started without options that Spark needs.
 *
 * <pre>{@code
 * static String forTheLauncher(MissingJvmOptionsException e) {
 *     return String.join(" ", e.options());
 * }
 * }</pre>
 */
public final class MissingJvmOptionsException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final String[] options;

    /** With the options to add to the command line. */
    public MissingJvmOptionsException(List<String> options) {
        super(
                "Tried to start Spark in this JVM.\n  seen: the JVM was started without options that Spark needs\n"
                        + "  why:  Spark uses internals of the JDK that are closed by default\n  do:   java "
                        + String.join(" ", options) + " ...",
                null);
        this.options = options.toArray(String[]::new);
    }

    /** What to add to the command line. */
    public List<String> options() {
        return List.of(options);
    }
}
