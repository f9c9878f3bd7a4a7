package dev.kindling.internal.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.sun.net.httpserver.HttpServer;
import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.Preflight;
import dev.kindling.internal.diagnosis.evidence.Subject;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A look at a server that tells its version and nothing else. */
class RoundTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private static HttpServer server;
    private static KubernetesClient client;

    private final CountDownLatch released = new CountDownLatch(1);

    @BeforeAll
    static void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/version", exchange -> {
            var version = "{\"major\":\"1\",\"minor\":\"35\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, version.length);
            exchange.getResponseBody().write(version);
            exchange.close();
        });
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withAutoConfigure(false)
                        .withMasterUrl(url)
                        .build())
                .build();
    }

    @AfterAll
    static void end() {
        client.close();
        server.stop(0);
    }

    @AfterEach
    void release() {
        released.countDown();
    }

    @Test
    void whatIsUnfinishedWhenTheTimeIsOverIsNotCheckedAndTheJsonFitsItsSchema() throws IOException {
        var preflight = look(never("image"), missing("s3"), failing(403), never("nodes"));

        assertThat(preflight.notChecked())
                .containsExactly("image: no answer within 1000 ms", "nodes: no answer within 1000 ms");
        assertThat(preflight.checked()).hasSize(2).last().isEqualTo("secret s3");
        assertThat(preflight.took()).isBetween(LIMIT, LIMIT.multipliedBy(10));
        assertThat(preflight.isClear()).isFalse();
        assertThat(problemsOf(preflight.toJson())).isEmpty();
        assertThat(problemsOf("{\"clear\": \"yes\"}")).isNotEmpty();
    }

    @Test
    void aStartIsLookedAtForTwoSeconds() {
        assertThat(Round.LIMIT).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatMayNotBeReadIsNotKnownAndNoAnswerIsAnError() {
        assertThat(look(failing(403)).notKnown()).containsExactly("secret: may not be read by this user (HTTP 403)");
        assertThatThrownBy(() -> look(failing(0))).isInstanceOf(ClusterAccessException.class);
    }

    private static Set<ValidationMessage> problemsOf(String json) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(URI.create("classpath:dev/kindling/diagnosis/preflight.schema.json"))
                .validate(new ObjectMapper().readTree(json));
    }

    private static Preflight look(Check... checks) {
        return new Round(client, new Subject("session", "etl", "words"), LIMIT).look(List.of(checks));
    }

    private static Check missing(String secret) {
        var account = Account.certain("secret-missing", "There is no secret " + secret)
                .seen(new Clue("secret etl/" + secret, "GET", "not found", null))
                .why("pods wait for it")
                .write("create it", "");
        var problem = new Answer.Problem(Finding.MissingObject::new, account);
        return new Check("secret " + secret, () -> Answer.found("secret " + secret, List.of(problem)));
    }

    private static Check failing(int code) {
        return new Check("secret", () -> {
            throw new KubernetesClientException("no", code, null);
        });
    }

    /** Until the test is over. */
    private Check never(String name) {
        return new Check(name, () -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.fine(name);
        });
    }
}
