package dev.kindling.shell;

import java.util.Locale;

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

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
