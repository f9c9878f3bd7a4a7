package dev.kindling.cluster;

import dev.kindling.value.PodPlan;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A node of which the cluster has nothing but the object: the scheduler looks at it, no kubelet runs anything on it. */
final class BareNode implements AutoCloseable {

    private static final String LABEL = "kindling-test-node";

    private final RealCluster cluster;
    private final Node node;

    private BareNode(RealCluster cluster, Node node) {
        this.cluster = cluster;
        this.node = node;
    }

    static BareNode make(RealCluster cluster, String name, int pods, List<Taint> taints) {
        var there = Map.of(
                "cpu", new Quantity("2"), "memory", new Quantity("8Gi"), "pods", new Quantity(Integer.toString(pods)));
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var node = new NodeBuilder()
                .withNewMetadata()
                .withName("kindling-" + name)
                .addToLabels(LABEL, name)
                .endMetadata()
                .withNewSpec()
                .withTaints(taints)
                .endSpec()
                .withNewStatus()
                .withCapacity(there)
                .withAllocatable(there)
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .withReason("KubeletReady")
                .withLastHeartbeatTime(now)
                .withLastTransitionTime(now)
                .endCondition()
                .endStatus()
                .build();
        return new BareNode(cluster, cluster.client().resource(node).create());
    }

    /** Pods that only this node may take. */
    PodPlan chosen() {
        return PodPlan.none().nodeSelector(LABEL, node.getMetadata().getLabels().get(LABEL));
    }

    /** Whether the scheduler has chosen it for a pod. */
    boolean hasAPod() {
        return cluster.client().pods().inNamespace(cluster.namespace()).list().getItems().stream()
                .anyMatch(
                        pod -> node.getMetadata().getName().equals(pod.getSpec().getNodeName()));
    }

    /** May be done twice. */
    void remove() {
        cluster.client().resource(node).delete();
    }

    @Override
    public void close() {
        remove();
    }
}
