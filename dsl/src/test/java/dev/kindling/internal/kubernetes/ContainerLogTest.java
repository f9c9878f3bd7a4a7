package dev.kindling.internal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pod with a sidecar has no log of its own, and a line may be of any length. */
class ContainerLogTest {

    private HttpServer server;
    private KubernetesClient client;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ContainerLogTest::answer);
        server.start();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void itsContainerIsNamedAndItsEndIsKept() {
        var end = new ContainerLog(client, "etl", "words-exec-1", "spark-kubernetes-executor").end(400);

        assertThat(end).hasSizeLessThanOrEqualTo(64 * 1024).endsWith("the last line\n");
    }

    @Test
    void aRefusalIsTheServersOwn() {
        var refusal = catchThrowableOfType(
                KubernetesClientException.class, () -> new ContainerLog(client, "etl", "words-exec-1", "").end(400));

        assertThat(refusal.getCode()).isEqualTo(400);
    }

    /** As an API server does where a pod has more than one container. */
    private static void answer(HttpExchange exchange) throws IOException {
        var isNamed = exchange.getRequestURI().getQuery().contains("container=spark-kubernetes-executor");
        var isTail = exchange.getRequestURI().getQuery().contains("tailLines=400");
        var body = (isNamed && isTail
                        ? "x".repeat(1 << 20) + "\nthe last line\n"
                        : "a container name must be specified")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isNamed ? 200 : 400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
