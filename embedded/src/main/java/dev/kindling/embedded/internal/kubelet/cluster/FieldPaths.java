package dev.kindling.embedded.internal.kubelet.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of its own pod that a container can ask for ({@code fieldRef}); names as in the Kubernetes downward API. */
public final class FieldPaths {

    private static final Pattern ENTRY = Pattern.compile("metadata\\.(labels|annotations)\\['(.+)']");

    private final Pod pod;
    private final String address;

    private FieldPaths(Pod pod, String address) {
        this.pod = pod;
        this.address = address;
    }

    /** @param address the pod's */
    public static FieldPaths of(Pod pod, String address) {
        return new FieldPaths(pod, address);
    }

    /** The empty text for what is not set. */
    public String value(String path) {
        var metadata = pod.getMetadata();
        return switch (path) {
            case "metadata.name" -> metadata.getName();
            case "metadata.namespace" -> metadata.getNamespace();
            case "metadata.uid" -> metadata.getUid();
            case "metadata.labels" -> lines(metadata.getLabels());
            case "metadata.annotations" -> lines(metadata.getAnnotations());
            case "spec.nodeName" -> text(pod.getSpec().getNodeName());
            case "spec.serviceAccountName" -> text(pod.getSpec().getServiceAccountName());
            case "status.podIP", "status.podIPs" -> address;
            case "status.hostIP", "status.hostIPs" -> "127.0.0.1";
            default -> entry(path);
        };
    }

    private String entry(String path) {
        Matcher matcher = ENTRY.matcher(path);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("field " + path + " cannot be asked for by a container");
        }
        var metadata = pod.getMetadata();
        var entries = matcher.group(1).equals("labels") ? metadata.getLabels() : metadata.getAnnotations();
        return entries == null ? "" : entries.getOrDefault(matcher.group(2), "");
    }

    private static String lines(@Nullable Map<String, String> entries) {
        return entries == null
                ? ""
                : entries.entrySet().stream()
                        .map(entry -> entry.getKey() + "=\"" + entry.getValue() + "\"")
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
