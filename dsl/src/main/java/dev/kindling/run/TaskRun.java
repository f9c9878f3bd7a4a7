package dev.kindling.run;

import java.time.Duration;

/**
 * A function in the hands of an operator. Thread-safe.
 *
 * <pre>{@code
 * static long count(TaskRun<Long> run) {
 *     try {
 *         return run.result(Duration.ofMinutes(10));
 *     } finally {
 *         run.application().delete();
 *     }
 * }
 * }</pre>
 *
 * @param <T> what it returns
 */
public interface TaskRun<T> {

    /** The run, with its states and logs. Deleting it deletes the result. */
    SubmittedApplication application();

    /**
     * Waits for its end and brings what the function has returned; may be called again.
     *
     * @throws dev.kindling.diagnosis.TaskFailedException if the function threw; its cause is what was thrown there
     * @throws dev.kindling.diagnosis.ApplicationFailedException if it failed otherwise, or has not ended in time
     * @throws dev.kindling.diagnosis.CodeStoreException if the result cannot be fetched
     */
    T result(Duration limit);
}
