package dev.kindling.internal.session;

import java.time.Duration;

/** How long a start goes on with what may pass. */
final class Patience {

    /** A pull that failed once may work the second time; a kubelet's back-off begins after about 10 seconds. */
    static final Duration WITH_WAITING = Duration.ofSeconds(10);

    /** A quota may have room again when another run has ended; a right is not granted meanwhile. */
    static final Duration WITH_REFUSALS = Duration.ofSeconds(6);

    /** Spark asks every second; each try may take a while. */
    static final Duration BETWEEN_REFUSALS = Duration.ofSeconds(4);

    /** Autoscalers of nodes look at waiting pods every 10 seconds, and say so when they make a node for one. */
    static final Duration WITH_NODES = Duration.ofSeconds(15);

    /** In ordinary starts a volume waits for its config map for a moment. */
    static final Duration WITH_VOLUMES = Duration.ofSeconds(12);

    /** Failures longer ago than this no longer count against a session that may run for weeks. */
    static final Duration FAILURE_WINDOW = Duration.ofHours(1);

    private Patience() {}
}
