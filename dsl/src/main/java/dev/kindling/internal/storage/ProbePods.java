package dev.kindling.internal.storage;

import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.internal.conf.StaticKeys;
import dev.kindling.internal.kubernetes.AuthSecret;
import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.internal.kubernetes.ClusterErrors;
import dev.kindling.internal.kubernetes.KeySecret;
import dev.kindling.internal.kubernetes.Uncut;
import dev.kindling.internal.storage.StoreProbe.Failure;
import dev.kindling.internal.text.ExitCodes;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The probe in a pod of its own, which is removed; what it found is in the pod's status, so that nobody reads logs. */
final class ProbePods {
    private static final long LIMIT_SECONDS = 120;

    private final ClusterClient client;
    private final KubernetesCluster cluster;
    private final S3 store;
    private final String name;

    ProbePods(ClusterClient client, KubernetesCluster cluster, S3 store, String name) {
        this.client = client;
        this.cluster = cluster;
        this.store = store;
        this.name = name;
    }

    Optional<Failure> run(String bucket) {
        var keys = StaticKeys.data(Optional.of(store));
        var pod = new ProbePod(name, StaticKeys.movedTo(name, store), bucket).in(cluster, client.namespace());
        try {
            var made = client.client().resource(pod).create();
            keys.ifPresent(data -> KeySecret.create(
                    client, name, KeySecret.of(name, client.namespace(), data), List.of(AuthSecret.reference(made))));
            return result();
        } catch (KubernetesClientException e) {
            throw ClusterErrors.of(new Request("create", "pods", name, client.namespace()), client.apiServer(), e);
        } finally {
            Uncut.run(() -> resource().withGracePeriod(0).delete());
        }
    }

    private Optional<Failure> result() {
        try {
            var ended = resource()
                    .waitUntilCondition(
                            pod -> state(pod).filter(ProbePods::isOver).isPresent(), LIMIT_SECONDS, TimeUnit.SECONDS);
            return state(ended).flatMap(ProbePods::failure);
        } catch (KubernetesClientTimeoutException e) {
            var why = Optional.ofNullable(resource().get())
                    .map(pod -> pod.getStatus().toString())
                    .orElse("it is gone");
            return Optional.of(new Failure("start a pod to ask", "not done after " + LIMIT_SECONDS + " s: " + why));
        }
    }

    private PodResource resource() {
        return client.client().pods().inNamespace(client.namespace()).withName(name);
    }

    private static Optional<ContainerState> state(Pod pod) {
        return Optional.ofNullable(pod).map(Pod::getStatus).stream()
                .flatMap(status -> status.getContainerStatuses().stream())
                .findFirst()
                .map(status -> status.getState());
    }

    /** An image that cannot be had is asked for again and again. */
    private static boolean isOver(ContainerState state) {
        return state.getTerminated() != null
                || state.getWaiting() != null
                        && String.valueOf(state.getWaiting().getReason()).contains("Image");
    }

    private static Optional<Failure> failure(ContainerState state) {
        var ended = state.getTerminated();
        if (ended == null) {
            var waiting = state.getWaiting();
            return Optional.of(new Failure("start a pod to ask", waiting.getReason() + ": " + waiting.getMessage()));
        }
        if (ended.getExitCode() == 0) {
            return Optional.empty();
        }
        var message = Optional.ofNullable(ended.getMessage()).orElseGet(() -> ExitCodes.inWords(ended.getExitCode()));
        var lines = message.split("\n", 2);
        return Optional.of(
                ended.getExitCode() == PodProbe.FAILED && lines.length == 2
                        ? new Failure(lines[0], lines[1])
                        : new Failure("start Java to ask", message));
    }
}
