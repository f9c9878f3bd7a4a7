package dev.kindling.internal.diagnosis.evidence;

/**
 * What is looked at.
 *
 * @param kind application, session, pod or namespace
 * @param name of the run
 */
public record Subject(String kind, String namespace, String name) {
    @Override
    public String toString() {
        return kind + " " + namespace + (name.isEmpty() ? "" : "/" + name);
    }
}
