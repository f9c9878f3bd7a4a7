package dev.kindling.internal.diagnosis.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a container.
 *
 * @param state waiting, running or ended
 * @param reason the kubelet's word, such as {@code ImagePullBackOff}
 * @param exitCode of one that has ended
 * @param since when it came into the state; null while it waits
 */
public record ContainerFacts(
        String name,
        boolean init,
        String image,
        String state,
        String reason,
        String message,
        int exitCode,
        @Nullable Instant since) {

    /** Whether it has not started. */
    public boolean isWaiting() {
        return state.equals("waiting");
    }

    /** Whether it has ended, well or not. */
    public boolean hasEnded() {
        return state.equals("ended");
    }

    /** Whether it has ended with an exit code other than 0. */
    public boolean hasFailed() {
        return hasEnded() && exitCode != 0;
    }
}
