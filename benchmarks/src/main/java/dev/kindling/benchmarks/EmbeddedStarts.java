package dev.kindling.benchmarks;

/** In a JVM of its own: runs one peer. */
final class EmbeddedStarts {

    private EmbeddedStarts() {}

    /** Argument: the peer. */
    public static void main(String[] args) throws Exception {
        EmbeddedPeer.valueOf(args[0]).run();
        System.exit(0); // Spark leaves threads behind that are no daemons.
    }
}
