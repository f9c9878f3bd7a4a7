package dev.kindling.run;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.KindlingException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A session that has started: the driver is in this JVM, the executors are pods (or threads, on {@code Local}).
 *
 * <pre>{@code
 * try (RunningSession session = Spark.session("words").startOn(Local.threads(2))) {
 *     long count = session.spark().range(1_000).count();
 * }
 * }</pre>
 *
 * <p>All methods may be called from any thread. Closing it stops Spark and removes every pod, config map, secret and
 * file that the start made; ending the JVM in the ordinary way or with Ctrl-C does the same.
 */
public interface RunningSession extends AutoCloseable {

    /** The Spark session; valid until {@link #close()}. */
    SparkSession spark();

    /** Every effective Spark setting, where it came from and why; secrets are not shown. */
    Settings settings();

    /** The executors as they are now. */
    List<ExecutorStatus> executors();

    /**
     * The last lines of an executor's log, 500 at most, as Kubernetes has them; empty on {@code Local}, where executors
     * write to this JVM's log.
     *
     * @param id as in {@link ExecutorStatus#id}
     * @throws IllegalArgumentException if there is no such executor now: the pod of one that has failed is soon deleted
     * @throws dev.kindling.diagnosis.ClusterAccessException if the API server does not give it
     */
    String executorLog(String id);

    /** The address of the Spark UI, on loopback; empty if it was switched off. */
    Optional<URI> uiUrl();

    /**
     * The Spark UI, as a handle like that of an application. It is in this JVM and ends with the session: closing the
     * handle does nothing.
     *
     * @throws dev.kindling.diagnosis.UiUnavailableException if the UI was switched off, or the session is closed
     */
    SparkUi ui();

    /** What the session is doing now. */
    SessionProgress progress();

    /**
     * Why Kindling stopped the session, if it did: executors failed again and again. Jobs that ran then end with
     * Spark's "SparkContext was shut down"; this is the cause.
     */
    Optional<KindlingException> failure();

    /**
     * Looks, once, for the cause of what is wrong: at the executors, at what the session remembers of those that failed, and
     * at the last job if it failed; at most 15 requests. Finds nothing in a session that goes well.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if the cluster does not answer
     */
    Diagnosis diagnose();

    /** The same, and what this exception tells, which a call on {@link #spark()} has thrown. */
    Diagnosis diagnose(Throwable thrown);

    /**
     * Stops Spark and waits, at most 30 seconds, until its pods are gone. Does nothing the second time.
     */
    @Override
    void close();
}
