package dev.kindling;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.manifest.Placement;
import dev.kindling.internal.manifest.StandaloneManifest;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.run.SparkManifest;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;

/**
 * A standalone Spark cluster, master and workers, that Apache's operator keeps: applications connect to
 * {@code spark://<name>-master-svc:7077}. Immutable and thread-safe: every method returns a new spec.
 *
 * <pre>{@code
 * StandaloneClusterSpec shared = Spark.standaloneCluster("shared")
 *         .image("apache/spark:4.1.1")
 *         .workers(ExecutorPlan.dynamic(1, 4).cores(2).memory("4g"));
 * String yaml = shared.manifest(Operator.apache()).toYaml();
 * }</pre>
 *
 * <p>Rule: {@code SparkCluster} of {@code spark.apache.org/v1}. Its state says healthy before any pod runs: look at the
 * stateful sets.
 */
public final class StandaloneClusterSpec {
    private final WorkloadPlan plan;

    private StandaloneClusterSpec(WorkloadPlan plan) {
        this.plan = plan;
    }

    static StandaloneClusterSpec named(String name) {
        return new StandaloneClusterSpec(WorkloadPlan.named(name));
    }

    /**
     * The image of all pods, for example {@code "registry.local/spark:4.1.1"}.
     *
     * @throws IllegalArgumentException if it is not an image reference with a tag or digest
     */
    public StandaloneClusterSpec image(String reference) {
        return image(SparkImage.parse(reference));
    }

    /** The image of all pods. */
    public StandaloneClusterSpec image(SparkImage image) {
        return new StandaloneClusterSpec(plan.image(image));
    }

    /**
     * How many workers and what each offers to executors; default: two, of 1 core and 1g. With bounds their number
     * follows their cpu use.
     */
    public StandaloneClusterSpec workers(ExecutorPlan workers) {
        return new StandaloneClusterSpec(plan.executors(workers));
    }

    /** What the master is given. */
    public StandaloneClusterSpec master(DriverPlan master) {
        return new StandaloneClusterSpec(plan.driver(master));
    }

    /** What holds for all pods, on top of what was said before. */
    public StandaloneClusterSpec pods(PodPlan pods) {
        return new StandaloneClusterSpec(plan.pods(pods));
    }

    /** A raw setting of master and workers. Applications bring their own. */
    public StandaloneClusterSpec conf(String key, String value) {
        return new StandaloneClusterSpec(plan.conf(key, value));
    }

    /**
     * The custom resource. Nothing is touched.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong, or the operator is not Apache's
     */
    public SparkManifest manifest(Operator operator) {
        return StandaloneManifest.of(plan, operator, Placement.none());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StandaloneClusterSpec spec && plan.equals(spec.plan);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }

    @Override
    public String toString() {
        return "standalone cluster " + plan;
    }
}
