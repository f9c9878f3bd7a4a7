package dev.kindling.internal.kubernetes;

import dev.kindling.internal.diagnosis.evidence.PodFacts;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The executor pods of one Spark application, seen through one watch. Thread-safe. */
public final class ExecutorPods implements AutoCloseable {

    private static final int FORBIDDEN = 403;

    private final KubernetesClient client;
    private final String namespace;
    private final String applicationId;
    private final SharedIndexInformer<Pod> informer;

    /** Of the pods that Spark makes for this application id; watches nothing yet. */
    public ExecutorPods(KubernetesClient client, String namespace, String applicationId) {
        this.client = client;
        this.namespace = namespace;
        this.applicationId = applicationId;
        this.informer = selected().runnableInformer(0);
    }

    /** Begins to watch; calls back on every change of a pod and once when it is gone. */
    public void watch(Consumer<PodFacts> onChange, Consumer<PodFacts> onGone) {
        informer.addEventHandler(new Handler(onChange, onGone));
        informer.start();
    }

    /** Deletes what is still there; for a start that broke off, where Spark leaves pods behind. */
    public void deleteAll() {
        if (mayBeThere()) {
            selected().delete();
        }
    }

    private boolean mayBeThere() {
        try {
            return !selected().list().getItems().isEmpty();
        } catch (KubernetesClientException e) {
            if (e.getCode() == FORBIDDEN) {
                return true; // To remove is another right.
            }
            throw e;
        }
    }

    /** Deletes the config map that Spark made for the executors, if it is still there. */
    public void deleteConfigMaps() {
        client.configMaps()
                .inNamespace(namespace)
                .withLabel("spark-app-selector", applicationId)
                .delete();
    }

    /** Waits until no pod of the application is left, where one may see that; false when the limit came first. */
    public boolean awaitNone(Duration limit) {
        try {
            return Uncut.ask(() -> isNoneWithin(limit));
        } catch (KubernetesClientException e) {
            return true; // Not allowed to look.
        }
    }

    private boolean isNoneWithin(Duration limit) {
        CompletableFuture<List<Pod>> gone = selected().informOnCondition(List::isEmpty);
        try {
            gone.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new KubernetesClientException("could not watch pods of " + applicationId, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            gone.cancel(true);
        }
    }

    @Override
    public void close() {
        informer.close();
    }

    private FilterWatchListDeletable<Pod, PodList, PodResource> selected() {
        return client.pods()
                .inNamespace(namespace)
                .withLabel("spark-app-selector", applicationId)
                .withLabel("spark-role", "executor");
    }

    private record Handler(Consumer<PodFacts> onChange, Consumer<PodFacts> onGone)
            implements ResourceEventHandler<Pod> {
        @Override
        public void onAdd(Pod pod) {
            onChange.accept(PodReader.read(pod));
        }

        @Override
        public void onUpdate(Pod before, Pod pod) {
            onChange.accept(PodReader.read(pod));
        }

        @Override
        public void onDelete(Pod pod, boolean stateUnknown) {
            onGone.accept(PodReader.read(pod));
        }
    }
}
