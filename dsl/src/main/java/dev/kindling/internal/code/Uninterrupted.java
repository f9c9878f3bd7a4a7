package dev.kindling.internal.code;

/** What is to be done also in an interrupted thread, where calls fail at once, or forget that it is one. */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** The thread is as interrupted afterwards as it was before. */
    public static void run(Runnable work) {
        var interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
