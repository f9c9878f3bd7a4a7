package dev.kindling.embedded.internal.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a pod asks for and processes without isolation do not get. */
final class NotEnforced {

    private NotEnforced() {}

    /** Names of fields as in the pod's specification, sorted; empty if the pod asks for nothing of the kind. */
    static List<String> in(Pod pod) {
        var spec = pod.getSpec();
        var fields = new TreeSet<String>();
        add(fields, "securityContext", spec.getSecurityContext());
        add(fields, "activeDeadlineSeconds", spec.getActiveDeadlineSeconds());
        add(fields, "dnsConfig", spec.getDnsConfig());
        add(fields, "hostAliases", spec.getHostAliases());
        Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                .forEach(container -> addAll(fields, container));
        return List.copyOf(fields);
    }

    private static void addAll(TreeSet<String> fields, Container container) {
        add(fields, "livenessProbe", container.getLivenessProbe());
        add(fields, "readinessProbe", container.getReadinessProbe());
        add(fields, "startupProbe", container.getStartupProbe());
        add(fields, "lifecycle", container.getLifecycle());
        add(fields, "securityContext", container.getSecurityContext());
        var resources = container.getResources();
        if (resources != null) {
            add(fields, "resources.limits", resources.getLimits());
        }
    }

    private static void add(TreeSet<String> fields, String name, @org.jspecify.annotations.Nullable Object value) {
        boolean empty = Objects.isNull(value)
                || value instanceof java.util.Collection<?> collection && collection.isEmpty()
                || value instanceof java.util.Map<?, ?> map && map.isEmpty();
        if (!empty) {
            fields.add(name);
        }
    }
}
