package dev.kindling.run;

import java.util.List;

/**
 * What a session is doing at this moment.
 *
 * <pre>{@code
 * SessionProgress now = session.progress();
 * System.out.println(now.executorsRegistered() + " of " + now.executorsWanted() + " executors, " + now.stages());
 * }</pre>
 *
 * @param executorsRegistered executors that take tasks now
 * @param executorsWanted executors asked for: the count, or with dynamic allocation the minimum
 * @param stages the active stages, empty when no job runs
 */
public record SessionProgress(int executorsRegistered, int executorsWanted, List<Stage> stages) {

    /**
     * One active stage.
     *
     * @param id Spark's stage id
     * @param name the line of code it comes from, in Spark's words
     * @param tasksDone tasks that have succeeded
     * @param tasksRunning tasks on executors now
     * @param tasks all tasks of the stage
     */
    public record Stage(int id, String name, int tasksDone, int tasksRunning, int tasks) {}
}
