package dev.kindling.embedded.internal.api;

import java.nio.file.Path;
import java.util.Optional;

/** What the server asks of the kubelet for {@code pods/log}. */
@FunctionalInterface
public interface PodLogs {
    /** A kubelet that has no logs. */
    PodLogs NONE = (namespace, pod, container) -> Optional.empty();

    /** The log of one container; empty while it has not started. */
    Optional<ContainerLog> find(String namespace, String pod, String container);

    /** A log that may still grow. */
    interface ContainerLog {
        /**
         * Whole lines as container runtimes keep them: {@code <RFC 3339 time with fraction> <stdout|stderr> F <text>}
         * and a line feed. A reader gets the text alone, or time and text.
         */
        Path file();

        /** True once the container has ended and all it wrote is in the file. */
        boolean complete();

        /**
         * Runs {@code callback} after every growth and once after {@link #complete()} has become true, on any thread;
         * the callback does not block. Closing the result ends that.
         */
        Subscription onGrowth(Runnable callback);
    }

    /** Closing it, even twice, ends the calls. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
