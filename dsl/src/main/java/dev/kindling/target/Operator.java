package dev.kindling.target;

/**
 * Which operator runs an application, and so in which dialect it is written; or that none does.
 *
 * <pre>{@code
 * KubernetesCluster cluster = KubernetesCluster.current().operator(Operator.kubeflow());
 * }</pre>
 */
public sealed interface Operator {
    /** The Kubeflow Spark operator: {@code SparkApplication} of {@code sparkoperator.k8s.io/v1beta2}. */
    static Operator kubeflow() {
        return new Kubeflow();
    }

    /** The Apache Spark operator: {@code SparkApplication} of {@code spark.apache.org/v1}. */
    static Operator apache() {
        return apache(ApacheOptions.defaults());
    }

    /** The Apache Spark operator, told what only it knows. */
    static Operator apache(ApacheOptions options) {
        return new Apache(options);
    }

    /**
     * None: Kindling makes the driver's pod itself, as {@code spark-submit} would. Nobody starts it again, suspends,
     * schedules or removes it; whoever submits needs the rights to make pods, services, config maps and secrets.
     */
    static Operator none() {
        return new None();
    }

    /** The Kubeflow Spark operator. */
    record Kubeflow() implements Operator {}

    /**
     * The Apache Spark operator.
     *
     * @param options what only it knows
     */
    record Apache(ApacheOptions options) implements Operator {}

    /** No operator. */
    record None() implements Operator {}
}
