package dev.kindling.shell;

/**
 * How a sample is run.
 *
 * <pre>{@code
 * if (context.mode() == RunMode.SESSION) { … }
 * }</pre>
 */
public enum RunMode {
    /** Client mode: the driver is this JVM. */
    SESSION,
    /** Cluster mode: a custom resource that an operator runs; the driver is a pod. */
    APPLICATION;

    /** Reads the word on the command line. */
    static RunMode parse(String text) {
        return switch (text) {
            case "session" -> SESSION;
            case "application" -> APPLICATION;
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is no way to run. Write --as session or --as application");
        };
    }
}
