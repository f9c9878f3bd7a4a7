package dev.kindling.embedded.internal.operator;

/** Kubeflow's labels, by which an application's pods are found. */
final class Labels {

    static final String APPLICATION = "sparkoperator.k8s.io/app-name";
    static final String SUBMISSION = "sparkoperator.k8s.io/submission-id";
    static final String LAUNCHED = "sparkoperator.k8s.io/launched-by-spark-operator";

    /** Spark's own: {@code driver} or {@code executor}. */
    static final String ROLE = "spark-role";

    private Labels() {}
}
