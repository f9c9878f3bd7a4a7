package dev.kindling.cluster;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A copy of a live executor that knows all it knows but for what the test takes away. */
record StrangerExecutor(PodSpec spec) {

    static final String SECRET = "_SPARK_AUTH_SECRET";

    static StrangerExecutor like(Pod executor) {
        PodSpec spec = new PodBuilder(executor).buildSpec();
        spec.setHostname(null);
        spec.setNodeName(null);
        return new StrangerExecutor(spec);
    }

    /** Less the variables whose name or value mentions one of these words. */
    StrangerExecutor less(String... words) {
        environment().removeIf(variable -> Arrays.stream(words)
                .anyMatch((variable.getName() + "=" + variable.getValue())::contains));
        return this;
    }

    StrangerExecutor env(String name, String value) {
        less(name + "=");
        environment().add(new EnvVar(name, value, null));
        return this;
    }

    /** Starts it without the labels by which Spark and Kindling would count it in. */
    Pod start(RealCluster cluster, String executorId) {
        env("SPARK_EXECUTOR_ID", executorId);
        return cluster.client()
                .resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("stranger-" + executorId)
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .withSpec(spec)
                        .build())
                .create();
    }

    static ContainerStateTerminated awaitEnd(RealCluster cluster, Pod pod) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> cluster.client().resource(pod).get().getStatus().getContainerStatuses().stream()
                                .map(status -> status.getState().getTerminated())
                                .filter(end -> end != null)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<EnvVar> environment() {
        return spec.getContainers().get(0).getEnv();
    }
}
