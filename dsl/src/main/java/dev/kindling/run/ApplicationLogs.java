package dev.kindling.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The logs of one application: drivers and executors of all attempts. They are followed from the moment a container
 * starts, because a failed attempt's pod is gone within two seconds of its end, and kept as {@link LogKeeping} says.
 * Thread-safe.
 *
 * <pre>{@code
 * static void show(SubmittedApplication run) {
 *     run.logs().kept().forEach(log -> System.out.println(log.source() + ": " + log.bytes() + " bytes"));
 *     run.logs().follow(line -> System.out.println(line.source() + " " + line.text()));
 * }
 * }</pre>
 */
public interface ApplicationLogs {

    /**
     * Passes on every log from its first line, and those that come, until the application ends. Lines of one source come
     * in their order; those of different sources may mix. On a thread of the client: the consumer must not wait. The
     * result completes after the last line; cancelling it stops.
     */
    CompletableFuture<Void> follow(Consumer<LogLine> line);

    /**
     * Passes on what there is at this moment, and returns: what pods that are there have written so far, and what is kept
     * of those that are gone. Lines of one source come together, by attempt.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if the pods can't be asked for
     */
    void soFar(Consumer<LogLine> line);

    /** Every log of which anything is kept, by attempt, drivers first. */
    List<KeptLog> kept();

    /** The latest attempt's driver log. */
    default Optional<KeptLog> driver() {
        return kept().stream().filter(log -> log.source().isDriver()).reduce((earlier, later) -> later);
    }

    /**
     * Attempts that are over and whose driver log nobody followed: it is lost. Empty for a run that was followed from its
     * submission.
     */
    List<Integer> lostAttempts();
}
