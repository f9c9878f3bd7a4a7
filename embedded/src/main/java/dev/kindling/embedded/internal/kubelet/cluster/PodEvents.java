package dev.kindling.embedded.internal.kubelet.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.StatusException;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the events that {@code kubectl describe pod} shows. */
public final class PodEvents {

    private final ClusterObjects objects;
    private final String node;
    private final AtomicLong number = new AtomicLong(System.nanoTime());

    public PodEvents(ClusterObjects objects, String node) {
        this.objects = objects;
        this.node = node;
    }

    public void normal(Pod pod, String reason, String message) {
        write(pod, "Normal", reason, message);
    }

    public void warning(Pod pod, String reason, String message) {
        write(pod, "Warning", reason, message);
    }

    private void write(Pod pod, String type, String reason, String message) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String component = reason.equals("Scheduled") ? "default-scheduler" : "kubelet";
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.withObject("/metadata")
                .put("name", pod.getMetadata().getName() + "." + Long.toHexString(number.incrementAndGet()))
                .put("namespace", pod.getMetadata().getNamespace());
        event.withObject("/involvedObject")
                .put("apiVersion", "v1")
                .put("kind", "Pod")
                .put("name", pod.getMetadata().getName())
                .put("namespace", pod.getMetadata().getNamespace())
                .put("uid", pod.getMetadata().getUid());
        event.put("type", type).put("reason", reason).put("message", message);
        event.put("firstTimestamp", now).put("lastTimestamp", now).put("count", 1);
        event.put("reportingComponent", component).put("reportingInstance", node);
        event.withObject("/source").put("component", component).put("host", node);
        create(event);
    }

    private void create(ObjectNode event) {
        try {
            objects.createEvent(event);
        } catch (StatusException e) {
            // The namespace is going: nobody can read its events any more.
        }
    }
}
