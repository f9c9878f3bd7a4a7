package dev.kindling;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.manifest.ConnectManifest;
import dev.kindling.internal.manifest.Placement;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.run.SparkManifest;
import dev.kindling.storage.S3;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;

/**
 * A Spark Connect server that Kubeflow's operator keeps in the cluster: its driver is a pod, and clients reach it at
 * {@code sc://<name>-server:15002}. It has no end and no time to live; delete it when nobody needs it. Immutable and
 * thread-safe: every method returns a new spec.
 *
 * <pre>{@code
 * ConnectServerSpec shared = Spark.connectServer("shared")
 *         .image("apache/spark:4.1.1")
 *         .server(DriverPlan.defaults().memory("4g").serviceAccount("spark"))
 *         .executors(ExecutorPlan.dynamic(1, 10).memory("4g"));
 * String yaml = shared.manifest(Operator.kubeflow()).toYaml();
 * }</pre>
 *
 * <p>Rule: {@code SparkConnect} of {@code sparkoperator.k8s.io/v1alpha1}. A change of the resource does not reach a
 * server that runs already.
 */
public final class ConnectServerSpec {
    private final WorkloadPlan plan;

    private ConnectServerSpec(WorkloadPlan plan) {
        this.plan = plan;
    }

    static ConnectServerSpec named(String name) {
        return new ConnectServerSpec(WorkloadPlan.named(name));
    }

    /**
     * The image of all pods, for example {@code "registry.local/spark:4.1.1"}.
     *
     * @throws IllegalArgumentException if it is not an image reference with a tag or digest
     */
    public ConnectServerSpec image(String reference) {
        return image(SparkImage.parse(reference));
    }

    /** The image of all pods. */
    public ConnectServerSpec image(SparkImage image) {
        return new ConnectServerSpec(plan.image(image));
    }

    /** What the server is given; its address is the operator's to choose. */
    public ConnectServerSpec server(DriverPlan server) {
        return new ConnectServerSpec(plan.driver(server));
    }

    /** How many executors and what each is given; default: two, of 1 core and 1g. */
    public ConnectServerSpec executors(ExecutorPlan executors) {
        return new ConnectServerSpec(plan.executors(executors));
    }

    /** What holds for all pods, on top of what was said before. */
    public ConnectServerSpec pods(PodPlan pods) {
        return new ConnectServerSpec(plan.pods(pods));
    }

    /** A jar for server and executors: a URI that Spark reads; {@code local://} means a path in the image. */
    public ConnectServerSpec jar(String jar) {
        return new ConnectServerSpec(plan.jar(jar));
    }

    /** The object store behind {@code s3a://} paths. */
    public ConnectServerSpec s3(S3 store) {
        return new ConnectServerSpec(plan.s3(store));
    }

    /** A raw Spark setting. It goes through a shell: no spaces, quotes or dollar signs. */
    public ConnectServerSpec conf(String key, String value) {
        return new ConnectServerSpec(plan.conf(key, value));
    }

    /** Whether server and executors authenticate each other and encrypt what they send; default: yes. */
    public ConnectServerSpec encryption(boolean on) {
        return new ConnectServerSpec(plan.encryption(on));
    }

    /**
     * The custom resource. Nothing is touched.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if anything is wrong, or the operator is not Kubeflow's
     */
    public SparkManifest manifest(Operator operator) {
        return ConnectManifest.of(plan, operator, Placement.none());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectServerSpec spec && plan.equals(spec.plan);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }

    @Override
    public String toString() {
        return "Connect server " + plan;
    }
}
