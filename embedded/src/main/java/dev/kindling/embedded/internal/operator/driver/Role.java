package dev.kindling.embedded.internal.operator.driver;

/** The two kinds of pods of an application; the CR has a section for each. */
public enum Role {
    DRIVER("driver", "spark.kubernetes.driverEnv."),
    EXECUTOR("executor", "spark.executorEnv.");

    /** The section of the CR, the part of Spark's setting names and the value of the label {@code spark-role}. */
    public final String text;

    /** The prefix of settings that become environment variables. */
    public final String environment;

    Role(String text, String environment) {
        this.text = text;
        this.environment = environment;
    }

    /** The name by which Spark and Kubeflow find the main container. */
    public String container() {
        return "spark-kubernetes-" + text;
    }
}
