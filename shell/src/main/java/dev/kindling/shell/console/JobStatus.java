package dev.kindling.shell.console;

import java.time.Duration;
import java.time.Instant;

/**
 * A job of the session, as it was when asked.
 *
 * @param id Spark's job id
 * @param state {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED} or {@code UNKNOWN}, in Spark's words
 * @param started when it was submitted
 * @param took how long it ran, up to now if it still does
 * @param tasksDone tasks that have ended well
 * @param tasks all tasks
 * @param what the first line of the snippet that it comes from
 */
public record JobStatus(int id, String state, Instant started, Duration took, int tasksDone, int tasks, String what) {}
