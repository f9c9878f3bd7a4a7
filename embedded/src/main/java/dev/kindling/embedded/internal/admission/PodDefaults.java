package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a pod has even if nobody wrote it. */
final class PodDefaults {
    private static final int GRACE_SECONDS = 30;

    private PodDefaults() {}

    static void fill(ObjectNode pod) {
        ObjectNode spec = pod.withObject("/spec");
        Defaults.putIfAbsent(spec, "restartPolicy", "Always");
        Defaults.putIfAbsent(spec, "dnsPolicy", "ClusterFirst");
        Defaults.putIfAbsent(spec, "schedulerName", "default-scheduler");
        if (!spec.hasNonNull("terminationGracePeriodSeconds")) {
            spec.put("terminationGracePeriodSeconds", GRACE_SECONDS);
        }
        Defaults.putIfAbsent(
                spec, "serviceAccountName", spec.path("serviceAccount").asText("default"));
        spec.put("serviceAccount", spec.path("serviceAccountName").asText());
        spec.path("initContainers").forEach(PodDefaults::fillContainer);
        spec.path("containers").forEach(PodDefaults::fillContainer);
        ObjectNode status = pod.withObject("/status");
        Defaults.putIfAbsent(status, "phase", "Pending");
        Defaults.putIfAbsent(status, "qosClass", qualityOfService(spec));
    }

    private static void fillContainer(JsonNode node) {
        if (!(node instanceof ObjectNode container)) {
            return;
        }
        String image = container.path("image").asText();
        boolean latest = image.endsWith(":latest") || image.lastIndexOf(':') <= image.lastIndexOf('/');
        Defaults.putIfAbsent(container, "imagePullPolicy", latest ? "Always" : "IfNotPresent");
        Defaults.putIfAbsent(container, "terminationMessagePath", "/dev/termination-log");
        Defaults.putIfAbsent(container, "terminationMessagePolicy", "File");
        container.path("ports").forEach(port -> Defaults.putIfAbsent((ObjectNode) port, "protocol", "TCP"));
        ObjectNode resources = container.withObject("/resources");
        resources.path("limits").properties().forEach(limit -> {
            ObjectNode requests = resources.withObject("/requests");
            if (!requests.has(limit.getKey())) {
                requests.set(limit.getKey(), limit.getValue());
            }
        });
    }

    private static String qualityOfService(JsonNode spec) {
        boolean any = false;
        boolean guaranteed = true;
        for (JsonNode container : spec.path("containers")) {
            JsonNode requests = container.path("resources").path("requests");
            JsonNode limits = container.path("resources").path("limits");
            any |= !requests.isEmpty() || !limits.isEmpty();
            guaranteed &= limits.has("cpu") && limits.has("memory") && limits.equals(requests);
        }
        return !any ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
    }
}
