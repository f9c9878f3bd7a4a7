package dev.kindling.run;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.storage.S3;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An application in the hands of an operator. It goes on whether or not anyone looks; nothing has to be closed, and this
 * handle lets go of its watch when the application has ended. Any number of handles share one watch per cluster,
 * namespace and kind. Thread-safe.
 *
 * <pre>{@code
 * static void run(ApplicationSpec nightly, KubernetesCluster cluster) {
 *     SubmittedApplication run = nightly.submitTo(cluster);
 *     run.followStates(change -> System.out.println(change.state()));
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

    /** How many attempts the operator has begun, as far as the cluster has told; 0 while there is none. */
    int attempts();

    /**
     * Asks the cluster whether the custom resource is still there: after the end its time to live may have removed it.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if that can't be asked
     */
    boolean exists();

    /** Every state so far, in order, as far as the cluster has told. */
    List<StateChange> states();

    /**
     * Passes on every state so far and each new one, in order, on a thread of the client: the consumer must not wait.
     * The result completes after the last one; cancelling it stops.
     */
    CompletableFuture<Void> followStates(Consumer<StateChange> change);

    /**
     * Waits for the end. May be called any number of times, from any thread; after the end it answers at once. An
     * attempt that fails is not the end while the operator tries again. An interrupt ends the waiting as if the time
     * were over and is kept.
     *
     * @param limit how long to wait at most
     */
    Outcome await(Duration limit);

    /**
     * Waits for the end and wants it to be a success.
     *
     * @param limit how long to wait at most
     * @throws dev.kindling.diagnosis.ApplicationFailedException if it failed, was cancelled or deleted, or has not ended
     *     in time; its cause is the driver's exception where the driver's log has one
     */
    void awaitSuccess(Duration limit);

    /** The logs of all attempts' drivers and executors, also after their pods are gone. */
    ApplicationLogs logs();

    /** The log so far of the latest attempt's driver. Empty while no driver has started, or where it is lost. */
    String driverLog();

    /**
     * Passes on the drivers' logs from their first line, line by line, on a thread of the client: the consumer must not
     * wait. Drivers of later attempts follow the first one. The result completes after the last line; cancelling it
     * stops. {@link ApplicationLogs#follow} also tells who wrote a line, and has the executors' ones.
     */
    CompletableFuture<Void> followLog(Consumer<String> line);

    /**
     * Opens a way to the Spark UI of the driver that runs, on a free port of the loopback address. It lasts until it is
     * closed: connections that break, with the API server or the pod, can be made again, and they lead to the driver
     * that runs by then. While none answers, the browser gets a page that says why.
     *
     * @throws dev.kindling.diagnosis.UiUnavailableException if no driver runs, or this user may not forward ports, which
     *     needs the verbs get and create on pods/portforward
     * @throws dev.kindling.diagnosis.ClusterAccessException if pods may not be listed
     */
    SparkUi ui();

    /**
     * Opens Spark's history server in this JVM, on the loopback address, with what this application's driver and others
     * have left in its folder of event logs ({@code .eventLog(..)} of the spec). Also after the application is gone.
     * What is in an object store is read with the credentials of this JVM's environment ({@code AWS_ACCESS_KEY_ID},
     * {@code AWS_SECRET_ACCESS_KEY}), at the address that pods use.
     *
     * @throws dev.kindling.diagnosis.UiUnavailableException if it writes no event log, as far as its resource says (that
     *     of an application without operator does not), or the folder can't be read from here
     */
    SparkUi history();

    /**
     * The same, where this machine reaches the object store at another address than pods do.
     *
     * @param store as this machine reaches it
     */
    SparkUi history(S3 store);

    /**
     * What the cluster noted about the application and its pods, oldest first. Kubernetes forgets events after an hour.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if they may not be read
     */
    List<ApplicationEvent> events();

    /**
     * Looks into the cluster, once, for the cause of what is wrong; at most 15 requests. Finds nothing in a run that goes
     * well.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if the cluster does not answer
     */
    Diagnosis diagnose();

    /**
     * Passes on what {@link #diagnose} finds, each cause once, as soon as a pod has trouble (an image that cannot be had, no
     * node, a process that ended), and where nothing happens after 12, 35 and 120 seconds; on a thread of the client. The
     * result completes when the run has ended; cancelling it stops.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if pods may not be watched
     */
    CompletableFuture<Void> followFindings(Consumer<Finding> found);

    /**
     * Has the operator stop the driver and waits until that is done and the driver's pod is gone. What the attempt had
     * done is lost: {@link #resume} begins anew, and that counts as a further attempt.
     *
     * @param limit how long to wait at most
     * @throws dev.kindling.diagnosis.UnsupportedByOperatorException if the operator can't: Apache's 1.0.0 does not know
     *     it
     * @throws dev.kindling.diagnosis.ClusterAccessException if it is refused, has ended, or does not happen in time
     */
    Suspension suspend(Duration limit);

    /**
     * Takes {@link #suspend} back; the operator begins a new attempt. Does not wait for it.
     *
     * @throws dev.kindling.diagnosis.UnsupportedByOperatorException if the operator can't
     * @throws dev.kindling.diagnosis.ClusterAccessException if it is refused
     */
    void resume();

    /**
     * Submits the same again under the next free name ({@code nightly}, {@code nightly-r2}, {@code nightly-r3}). This run
     * and what it left stay as they are.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if the custom resource is gone, or the new one is refused
     */
    SubmittedApplication restart();

    /**
     * Ends it: what the logs hold so far is kept, then the custom resource is deleted. The outcome is
     * {@link Outcome.Cancelled}, unless it had ended before. Waits until its pods are gone, 90 seconds at most.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if it may not be deleted, or pods remain
     */
    void cancel();

    /**
     * Deletes the application and its kept logs and waits until its pods are gone, 90 seconds at most. Does nothing if it
     * is gone.
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
