package dev.kindling.run;

import java.util.List;

/**
 * A schedule in the hands of Kubeflow's operator. It goes on whether or not anyone looks. Nothing is watched: each call
 * asks the cluster, and nothing has to be closed. Thread-safe.
 *
 * <p>Its runs are applications: {@code Spark.applications(cluster).find(run.name())} follows one. Their logs are kept
 * only while someone does; else they go with their pods, when the operator deletes the run (see
 * {@code ScheduleSpec.keep}).
 *
 * <pre>{@code
 * static void pause(KubernetesCluster cluster) {
 *     SubmittedSchedule nightly = Spark.applications(cluster).schedule("nightly").orElseThrow();
 *     nightly.suspend();
 *     System.out.println(nightly.state().lastRun());
 *     nightly.runs().forEach(run -> System.out.println(run.name() + " " + run.state()));
 * }
 * }</pre>
 */
public interface SubmittedSchedule {

    /** The name of the custom resource, with which the names of its runs begin. */
    String name();

    /** Where the custom resource and its runs are. */
    String namespace();

    /**
     * What the operator last said.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if it may not be read, or was deleted
     */
    ScheduleState state();

    /**
     * The runs that are there, by name, the oldest first: those that go on, and of those that have ended as many as the
     * schedule keeps.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if they may not be listed
     */
    List<ListedApplication> runs();

    /**
     * No more runs, until {@link #resume}. One that goes on is left alone. Does not wait.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if it is refused, or the schedule was deleted
     */
    void suspend();

    /**
     * Takes {@link #suspend} back. However many runs were due meanwhile, the operator makes one for them, at once.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if it is refused, or the schedule was deleted
     */
    void resume();

    /**
     * Deletes the schedule, its runs, those that go on too, and its Secret; waits until runs, pods and the schedule are
     * gone, 90 seconds at most for each. Does nothing if it is gone.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if it may not be deleted, or something remains
     */
    void delete();
}
