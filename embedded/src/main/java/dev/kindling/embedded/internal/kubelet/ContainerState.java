package dev.kindling.embedded.internal.kubelet;

import java.time.Instant;

/** Where a container is; reasons are the kubelet's. */
sealed interface ContainerState {

    /** Not started, or to be started again. */
    record Waiting(String reason, String message) implements ContainerState {}

    record Running(Instant startedAt) implements ContainerState {}

    /** @param exitCode 128 + n after signal n */
    record Terminated(int exitCode, String reason, String message, Instant startedAt, Instant finishedAt)
            implements ContainerState {

        /** What a kubelet says of a program that ended with {@code exitCode}. */
        static Terminated exited(int exitCode, Instant startedAt, Instant finishedAt) {
            return new Terminated(exitCode, exitCode == 0 ? "Completed" : "Error", "", startedAt, finishedAt);
        }

        boolean succeeded() {
            return exitCode == 0;
        }
    }
}
