package dev.kindling.internal.plan;

/** What language a program is written in; named as Kubeflow's {@code spec.type} is. */
public enum ProgramKind {
    JAVA("Java"),
    SCALA("Scala"),
    PYTHON("Python"),
    R("R");

    private final String text;

    ProgramKind(String text) {
        this.text = text;
    }

    /** Whether it lies in a jar and begins in a class. */
    public boolean isOnJvm() {
        return this == JAVA || this == SCALA;
    }

    @Override
    public String toString() {
        return text;
    }
}
