package dev.kindling;

import dev.kindling.diagnosis.Preflight;
import dev.kindling.internal.application.ApplicationPreflight;
import dev.kindling.internal.application.ScheduleSubmission;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.code.Shipment;
import dev.kindling.internal.manifest.Placement;
import dev.kindling.internal.manifest.ScheduleManifest;
import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.internal.reading.ScheduleReader;
import dev.kindling.internal.rights.Grants;
import dev.kindling.run.KeptField;
import dev.kindling.run.SparkManifest;
import dev.kindling.run.SubmittedSchedule;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.target.Rbac;
import dev.kindling.value.Concurrency;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/**
 * An application that Kubeflow's operator runs again and again. Immutable and thread-safe: every method returns a new
 * spec. Runs are named {@code <name>-<nanoseconds>}, so the name is at most 43 characters long.
 *
 * <pre>{@code
 * ScheduleSpec nightly = Spark.schedule(
 *                 "nightly",
 *                 "30 2 * * *",
 *                 Spark.application("etl").image("registry.local/etl:7").python("local:///app/main.py"))
 *         .timeZone(ZoneId.of("Europe/Berlin"))
 *         .concurrency(Concurrency.FORBID)
 *         .keep(3, 10);
 * String yaml = nightly.manifest(Operator.kubeflow()).toYaml();
 * }</pre>
 *
 * <p>Rule: {@code ScheduledSparkApplication} of {@code sparkoperator.k8s.io/v1beta2}. Cron text is read before anything is
 * touched: with the operator a wrong one can only be deleted.
 */
public final class ScheduleSpec {
    private final SchedulePlan plan;

    private ScheduleSpec(SchedulePlan plan) {
        this.plan = plan;
    }

    static ScheduleSpec of(SchedulePlan plan) {
        return new ScheduleSpec(plan);
    }

    /** The same under another name, which is checked with the whole spec. */
    public ScheduleSpec name(String name) {
        return new ScheduleSpec(plan.name(name));
    }

    /** Where the hours are those of the schedule; default: UTC. */
    public ScheduleSpec timeZone(ZoneId zone) {
        return new ScheduleSpec(plan.timeZone(zone));
    }

    /** What happens if the last run still goes on; default: {@link Concurrency#FORBID}. */
    public ScheduleSpec concurrency(Concurrency policy) {
        return new ScheduleSpec(plan.concurrency(policy));
    }

    /**
     * How many runs that have ended stay, with their logs; default: one of each.
     *
     * @param successful at least 0
     * @param failed at least 0
     */
    public ScheduleSpec keep(int successful, int failed) {
        return new ScheduleSpec(plan.keep(successful, failed));
    }

    /** Makes no runs until it is resumed. */
    public ScheduleSpec suspended() {
        return new ScheduleSpec(plan.suspended(true));
    }

    /** The rights that are used in the namespace, no more: by whoever submits it, and by the drivers of its runs. */
    public Rbac rbac() {
        return Grants.of(plan);
    }

    /**
     * What no value of Kindling says of the resource that this spec was read from; empty if it was not read.
     * {@link #manifest} writes it again.
     */
    public List<KeptField> keptFields() {
        return ScheduleReader.kept(plan);
    }

    /**
     * The custom resource for an operator. No cluster and no store is touched; where the application has a store for its code,
     * the files that would be brought are read, as their addresses follow from what is in them.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong, or the operator is not Kubeflow's: no
     *     other makes runs by itself, and Kindling leaves no program of its own in a cluster to do so
     */
    public SparkManifest manifest(Operator operator) {
        try (var shipment = Shipment.of(plan.application())) {
            return ScheduleManifest.of(plan.application(shipment.plan()), operator, Placement.none());
        }
    }

    /**
     * Looks whether this cluster would take it and run its application, with a dry run of the resource; makes nothing.
     * {@link #submitTo} does the same first, unless told not to: {@link KubernetesCluster#preflight}.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong, or the operator is not Kubeflow's;
     *     nothing was asked of the cluster then
     * @throws dev.kindling.diagnosis.ClusterAccessException if the API server cannot be reached, or does not know this user
     */
    public Preflight preflight(KubernetesCluster cluster) {
        return ApplicationPreflight.look(plan, cluster);
    }

    /**
     * Checks schedule and application and brings them to the cluster, with a dry run before the first of its kind. The
     * cluster's operator is Kubeflow's unless it names another; its image is used where the application has none. A
     * schedule that is there is never overwritten.
     *
     * <p>Code of this machine is brought to the application's store once, for all runs, and stays there until the schedule is
     * deleted.
     *
     * <p>Driver and executors of its runs trust each other by a Secret that belongs to the schedule and goes with it: all
     * its runs share it. With {@link #manifest} Spark makes up one for each run, and writes it into the executors'
     * environment.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong, or the operator is not Kubeflow's;
     *     nothing was asked of the cluster then
     * @throws dev.kindling.diagnosis.PreflightFailedException if it could not work, as where there is no such operator; it
     *     holds all that was found
     * @throws dev.kindling.diagnosis.ClusterAccessException if the cluster can't be reached or refuses: the name is taken
     */
    public SubmittedSchedule submitTo(KubernetesCluster cluster) {
        return submitTo(cluster, step -> {});
    }

    /**
     * {@link #submitTo(KubernetesCluster)}, telling what of the code is brought to its store.
     *
     * @param progress is given a line for each file, in threads of Kindling's
     * @throws dev.kindling.diagnosis.CodeStoreException if code cannot be brought there; nothing was made then
     */
    public SubmittedSchedule submitTo(KubernetesCluster cluster, Consumer<String> progress) {
        return ScheduleSubmission.submit(plan, cluster, progress);
    }

    /**
     * Checks schedule and application without touching anything.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong; it holds every problem
     */
    public void check() {
        SpecCheck.schedule(plan);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScheduleSpec spec && plan.equals(spec.plan);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }

    @Override
    public String toString() {
        return "schedule " + plan.name() + " \"" + plan.cron() + "\" of "
                + plan.application().workload();
    }
}
