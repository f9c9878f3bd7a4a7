package dev.kindling.internal.application;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Deletes an application; its pods belong to it and go with it. */
final class Deletion {

    /** A pod's usual 30 s to end, and as much again for driver and executors that go one after the other. */
    private static final long PODS_GONE_SECONDS = 90;

    private final SharedConnection.Use use;
    private final Dialect dialect;
    private final GenericKubernetesResource application;

    Deletion(SharedConnection.Use use, Dialect dialect, GenericKubernetesResource application) {
        this.use = use;
        this.dialect = dialect;
        this.application = application;
    }

    /** Deletes it and waits until its pods are gone. */
    void run() {
        request();
        awaitPodsGone();
    }

    /** Only asks for it. An application that got the same name later is left alone. */
    void request() {
        try {
            var resource = use.client()
                    .genericKubernetesResources(dialect.resource())
                    .inNamespace(use.namespace())
                    .withName(name());
            var found = resource.get();
            if (found != null && uid(found).equals(uid(application))) {
                resource.delete();
            }
        } catch (KubernetesClientException e) {
            throw ApplicationErrors.of(e, "delete", name(), use, dialect);
        }
    }

    private void awaitPodsGone() {
        var gone = pods().informOnCondition(List::isEmpty);
        try {
            gone.get(PODS_GONE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            var remaining = pods().list().getItems().stream()
                    .map(pod -> pod.getMetadata().getName())
                    .toList();
            throw new ClusterAccessException(
                    new Request("delete", dialect.resourceName(), name(), use.namespace()),
                    new Answer(200, "after " + PODS_GONE_SECONDS + " s these pods are still there: " + remaining),
                    "look why they do not end: kubectl describe pods -n " + use.namespace() + " "
                            + String.join(" ", remaining),
                    e);
        } catch (ExecutionException e) {
            var failure = new KubernetesClientException("Pods could not be watched", e.getCause());
            throw ApplicationErrors.of(failure, "watch the pods of", name(), use, dialect);
        } finally {
            gone.cancel(true);
        }
    }

    private FilterWatchListDeletable<Pod, PodList, PodResource> pods() {
        return use.client().pods().inNamespace(use.namespace()).withLabels(dialect.podsOf(name()));
    }

    private String name() {
        return application.getMetadata().getName();
    }

    private static String uid(GenericKubernetesResource resource) {
        return resource.getMetadata().getUid();
    }
}
