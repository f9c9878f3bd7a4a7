package dev.kindling.internal.diagnosis.evidence;

/**
 * A stage that runs.
 *
 * @param run the session's name
 * @param name where the program asked for it
 * @param millis how long it has run
 * @param tasks how many it has
 * @param ended how many have ended well
 * @param medianMillis of a task that has ended
 * @param medianBytes what such a task has read
 * @param readBytes what all tasks have read so far
 * @param spilledBytes what was written to disk as memory was too small
 * @param longest of the tasks that run
 */
public record StageFacts(
        String run,
        int id,
        String name,
        long millis,
        int tasks,
        int ended,
        long medianMillis,
        long medianBytes,
        long readBytes,
        long spilledBytes,
        TaskFacts longest) {

    /**
     * A task that runs.
     *
     * @param millis how long it has run
     * @param readBytes what it has read so far
     */
    public record TaskFacts(int index, String executor, long millis, long readBytes) {
        public static final TaskFacts NONE = new TaskFacts(-1, "", 0, 0);
    }
}
