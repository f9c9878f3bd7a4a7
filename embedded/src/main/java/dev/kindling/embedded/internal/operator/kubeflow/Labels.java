package dev.kindling.embedded.internal.operator.kubeflow;

/** Kubeflow's labels, by which an application's pods are found. */
public final class Labels {

    static final String APPLICATION = "sparkoperator.k8s.io/app-name";
    static final String SUBMISSION = "sparkoperator.k8s.io/submission-id";
    static final String LAUNCHED = "sparkoperator.k8s.io/launched-by-spark-operator";

    /** On pods that the webhook completes, which is on those without a template. */
    static final String MUTATED = "sparkoperator.k8s.io/mutated-by-spark-operator";

    /** On the runs of a schedule. */
    public static final String SCHEDULE = "sparkoperator.k8s.io/scheduled-app-name";

    /** Labels of an application that its pods do not get: the queue would count them again. */
    static final String KUEUE = "kueue.x-k8s.io/";

    /** Spark's own: {@code driver} or {@code executor}. */
    static final String ROLE = "spark-role";

    /** Spark's own number of an executor. */
    static final String EXECUTOR = "spark-exec-id";

    private Labels() {}
}
