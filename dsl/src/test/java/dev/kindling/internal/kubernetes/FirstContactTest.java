package dev.kindling.internal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.kindling.Spark;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.Finding;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A server that is not there is tried once; one that is there, though it has troubles, is asked again. */
class FirstContactTest {

    @Test
    void theFirstQuestionIsAskedOnceAndOfAServerThatHasAnsweredTheNextOnesAgain() throws IOException {
        var asked = new CopyOnWriteArrayList<String>();
        var server = troubled(asked);
        try (var cluster =
                ClusterClient.open(at("127.0.0.1", server.getAddress().getPort()))) {
            var client = cluster.client();

            assertThat(asked).containsExactly("/version");
            catchThrowableOfType(
                    KubernetesClientException.class,
                    () -> client.pods().inNamespace("etl").list());
            cluster.client();

            assertThat(asked).hasSize(6).containsOnlyOnce("/version");
        } finally {
            server.stop(0);
        }
    }

    /** Its queue of connections is full, so that the kernel answers no more of them. */
    @Test
    void whoDoesNotAnswerIsWaitedForAsLongAsAConnectionMayTake() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var first = new Socket(deaf.getInetAddress(), deaf.getLocalPort());
                var second = new Socket(deaf.getInetAddress(), deaf.getLocalPort())) {
            var failure = failure(at("127.0.0.1", deaf.getLocalPort()));

            assertThat(List.of(first, second)).allMatch(Socket::isConnected);
            assertThat(failure)
                    .hasMessageContaining("timed out after 2500 ms")
                    .hasMessageContaining("check network, VPN and proxy");
        }
    }

    @Test
    void whoRefusesAndWhoHasNoAddressIsNamed() throws IOException {
        var refusing = free();
        var refused = failure(at("127.0.0.1", refusing));
        var unknown = failure(at("no-such-host.invalid", 6443));

        assertThat(refused)
                .hasMessageContaining("Tried to reach the API server \"http://127.0.0.1:" + refusing)
                .hasMessageContaining("Nothing accepts connections at http://127.0.0.1:" + refusing);
        assertThat(unknown).hasMessageContaining("http://no-such-host.invalid:6443/ does not resolve here");
        for (var each : List.of(refused, unknown)) {
            assertThat(each.answer().status()).isZero();
            assertThat(Spark.diagnose(each).findings())
                    .extracting(Finding::cause)
                    .containsExactly("api-server-unreachable");
        }
    }

    private static ClusterAccessException failure(KubernetesCluster target) {
        try (var cluster = ClusterClient.open(target)) {
            return catchThrowableOfType(ClusterAccessException.class, cluster::client);
        }
    }

    private static KubernetesCluster at(String host, int port) {
        return KubernetesCluster.at("http://" + host + ":" + port);
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static HttpServer troubled(List<String> asked) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
