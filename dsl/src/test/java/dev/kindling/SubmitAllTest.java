package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.SubmissionsFailedException;
import dev.kindling.diagnosis.SubmissionsFailedException.Failure;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many that a server refuses, as it knows no applications. */
class SubmitAllTest {

    private static final int MANY = 40;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SubmitAllTest::refuse);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        var answer = "404 page not found\n".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(404, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void saysOnceWhatIsTheMatterWithHundreds() {
        var cluster = KubernetesCluster.at(
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .preflight(false);
        var specs =
                IntStream.range(0, MANY).mapToObj(i -> application("etl-" + i)).toList();

        var error = catchThrowableOfType(SubmissionsFailedException.class, () -> Spark.applications(cluster)
                .submitAll(specs));

        assertThat(error)
                .hasMessageStartingWith("40 of 40 applications were not submitted:\n"
                        + "  40: etl-0, etl-1, etl-2 and 37 more\n    Tried to ")
                .hasMessageContaining("install the Kubeflow Spark operator")
                .hasCauseInstanceOf(ClusterAccessException.class)
                .hasNoSuppressedExceptions();
        assertThat(error.getMessage().lines()).hasSizeLessThan(10);
        assertThat(error.total()).isEqualTo(MANY);
        assertThat(error.failures())
                .hasSize(MANY)
                .extracting(Failure::name)
                .startsWith("etl-0", "etl-1")
                .endsWith("etl-39");
        assertThat(error.failures()).extracting(Failure::reason).allMatch(ClusterAccessException.class::isInstance);
        assertThat(printed(error).lines()).hasSizeLessThan(300);
    }

    private static ApplicationSpec application(String name) {
        return Spark.application(name).image("spark:1").mainClass("x.Job").jar("local:///app/job.jar");
    }

    private static String printed(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
