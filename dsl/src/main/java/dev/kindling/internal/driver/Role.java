package dev.kindling.internal.driver;

/** The two kinds of pods of an application. */
public enum Role {
    DRIVER("driver"),
    EXECUTOR("executor");

    /** The part of Spark's setting names, and the value of the label {@code spark-role}. */
    public final String text;

    Role(String text) {
        this.text = text;
    }

    /** The name by which Spark and the operators find the main container. */
    public String container() {
        return "spark-kubernetes-" + text;
    }
}
