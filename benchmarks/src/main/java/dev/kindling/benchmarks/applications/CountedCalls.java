package dev.kindling.benchmarks.applications;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a client asks the API server. */
final class CountedCalls implements Interceptor {

    private final AtomicInteger calls = new AtomicInteger();

    /** A client of KUBECONFIG's cluster whose requests are counted. */
    KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("COUNTED_CALLS", this))
                .build();
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        calls.incrementAndGet();
    }

    /** How many since this was asked last. */
    int take() {
        return calls.getAndSet(0);
    }
}
