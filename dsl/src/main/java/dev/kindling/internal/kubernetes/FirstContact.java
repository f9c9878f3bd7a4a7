package dev.kindling.internal.kubernetes;

import dev.kindling.diagnosis.ClusterAccessException.Request;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import java.net.URI;
import java.time.Duration;

/**
 * The first question to an API server, which is asked once: a server that is known to be there is asked again for a while,
 * but one that never answered is most likely at a wrong address or switched off, and who waits should be told so at once.
 */
final class FirstContact {

    /** How long a connection may take to come about, here and later. What is lost is sent again after 1 s, and after 3. */
    static final Duration CONNECT = Duration.ofMillis(2_500);

    private FirstContact() {}

    /**
     * Asks. Any answer will do, a refusal too.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if there is none
     */
    static void with(KubernetesClient client) {
        var server = client.getMasterUrl();
        try {
            client.newClient(once(client.getConfiguration().getRequestConfig())).raw("/version");
        } catch (KubernetesClientException e) {
            if (e.getCode() <= 0) {
                throw ClusterErrors.of(
                        new Request("reach", "the API server", server.toString(), ""),
                        URI.create(server.toString()),
                        e);
            }
        }
    }

    private static RequestConfig once(RequestConfig usual) {
        return new RequestConfigBuilder(usual).withRequestRetryBackoffLimit(0).build();
    }
}
