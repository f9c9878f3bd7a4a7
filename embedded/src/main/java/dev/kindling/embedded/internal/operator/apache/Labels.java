package dev.kindling.embedded.internal.operator.apache;

/** Apache's labels, by which an application's pods are found; names of pods are no help. */
final class Labels {

    static final String APPLICATION = "spark.operator/spark-app-name";
    static final String OPERATOR = "spark.operator/name";
    static final String OPERATOR_NAME = "spark-kubernetes-operator";

    /** Spark's own: {@code driver} or {@code executor}. */
    static final String ROLE = "spark-role";

    /** Spark's own id of an attempt. */
    static final String ATTEMPT = "spark-app-selector";

    private Labels() {}
}
