package dev.kindling.target;

/**
 * This JVM: driver and tasks in one process, no Kubernetes. Image and executors of a spec are noted as unused. Immutable
 * and thread-safe.
 *
 * <pre>{@code
 * Local here = Local.threads(2);
 * }</pre>
 *
 * @param threads tasks at a time, at least 1
 */
public record Local(int threads) implements RunTarget {
    /** Refuses less than one thread. */
    public Local {
        if (threads < 1) {
            throw new IllegalArgumentException("Local.threads(" + threads + ") runs no task: write Local.threads(2)");
        }
    }

    /** So many tasks at a time. */
    public static Local threads(int threads) {
        return new Local(threads);
    }
}
