package dev.kindling.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An application in the hands of an operator. It goes on whether or not anyone looks; nothing has to be closed, and this
 * handle lets go of its connection when the application has ended. Thread-safe.
 *
 * <pre>{@code
 * static void run(ApplicationSpec nightly, KubernetesCluster cluster) {
 *     SubmittedApplication run = nightly.submitTo(cluster);
 *     run.followLog(System.out::println);
 *     run.awaitSuccess(Duration.ofMinutes(30));
 *     run.delete();
 * }
 * }</pre>
 */
public interface SubmittedApplication {

    /** The name of the custom resource. */
    String name();

    /** Where the custom resource and its pods are. */
    String namespace();

    /** What the operator last said, as far as the cluster has told; asks nothing. */
    ApplicationState state();

    /**
     * Waits for the end. May be called any number of times, from any thread; after the end it answers at once. An
     * interrupt ends the waiting as if the time were over and is kept.
     *
     * @param limit how long to wait at most
     */
    Outcome await(Duration limit);

    /**
     * Waits for the end and wants it to be a success.
     *
     * @param limit how long to wait at most
     * @throws dev.kindling.diagnosis.ApplicationFailedException if it failed, was deleted or has not ended in time
     */
    void awaitSuccess(Duration limit);

    /**
     * The driver's log so far. Empty while no driver has started. Where the pod is gone: the last 200 lines, kept by this
     * handle.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if it can't be read
     */
    String driverLog();

    /**
     * Passes on the driver's log from its first line, line by line, on a thread of the client: the consumer must not
     * wait. Drivers of later attempts follow the first one. The result completes after the last line; cancelling it
     * stops.
     */
    CompletableFuture<Void> followLog(Consumer<String> line);

    /**
     * Deletes the application and waits until its pods are gone, 90 seconds at most. Does nothing if it is gone.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if it may not be deleted, or pods remain
     */
    void delete();

    /**
     * Has the application deleted when this JVM ends (Ctrl-C, {@code System.exit}), whether it runs or has ended by then;
     * {@link #delete} takes that back. Returns this handle.
     */
    SubmittedApplication deleteOnExit();
}
