package dev.kindling.internal.diagnosis.evidence;

/**
 * What is looked at.
 *
 * @param kind application, schedule, session, pod, namespace or exception
 * @param name of the run
 */
public record Subject(String kind, String namespace, String name) {
    @Override
    public String toString() {
        return kind + " " + namespace + (namespace.isEmpty() || name.isEmpty() ? "" : "/") + name;
    }
}
