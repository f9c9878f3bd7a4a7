package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.operator.Verdict;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a watch may tell, and in which order. */
class TrackedRunTest {

    private HttpServer server;
    private Connections.Lease lease;
    private TrackedRun run;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        lease = Connections.lease(
                KubernetesCluster.at("http://127.0.0.1:" + server.getAddress().getPort()));
        run = new TrackedRun(ApplicationApi.of(lease, Dialect.of(Operator.kubeflow())), "nightly");
    }

    @AfterEach
    void stop() {
        lease.close();
        server.stop(0);
    }

    @Test
    void whatIsToldBeforeItIsKnownWhichOneItIsCounts() {
        run.changed(application("u", 5, "RUNNING"));
        run.is(application("u", 3, ""));

        assertThat(run.status().state().name()).isEqualTo("RUNNING");
    }

    @Test
    void anotherOneOfTheSameNameThatWasThereBeforeDoesNot() {
        run.changed(application("old", 2, "COMPLETED"));
        run.is(application("u", 3, ""));

        assertThat(run.status().state().name()).isEqualTo("NEW");
        assertThat(run.ending()).isNotDone();
    }

    @Test
    void aLaterOneOfTheSameNameMeansThatThisOneIsGone() {
        run.is(application("u", 3, "RUNNING"));
        run.changed(application("new", 9, ""));

        assertThat(run.ending()).isCompletedWithValueMatching(TrackedRun.Ending::isGone);
    }

    @Test
    void anOlderAnswerIsNoNews() {
        run.is(application("u", 7, "RUNNING"));
        run.changed(application("u", 5, "SUBMITTED"));

        assertThat(run.status().state().name()).isEqualTo("RUNNING");
        assertThat(run.states()).hasSize(1);
    }

    @Test
    void aFailedAttemptIsNotTheEnd() {
        List<String> told = new ArrayList<>();
        run.is(application("u", 1, "SUBMITTED"));
        var following = run.follow(change -> told.add(change.state().name()));

        List.of("RUNNING", "FAILING", "PENDING_RERUN", "SUBMISSION_FAILED", "INVALIDATING", "SOMETHING_NEW")
                .forEach(state -> run.changed(application("u", 0, state)));
        assertThat(run.ending()).isNotDone();
        run.changed(application("u", 0, "COMPLETED"));

        assertThat(run.ending()).isCompletedWithValueMatching(end -> end.last().verdict() == Verdict.SUCCEEDED);
        assertThat(told).startsWith("SUBMITTED", "RUNNING").endsWith("SOMETHING_NEW", "COMPLETED");
        assertThat(following).isCompleted();
    }

    @Test
    void aTimeToLiveOfNothingStillLeavesAnOutcome() {
        run.is(application("u", 1, "RUNNING"));
        run.removed(application("u", 9, "COMPLETED"));

        assertThat(run.ending()).isCompletedWithValueMatching(end -> end.last().verdict() == Verdict.SUCCEEDED);
    }

    @Test
    void whatWasMissedIsAskedFor() {
        run.is(application("u", 1, "RUNNING"));
        answer = Serialization.asJson(application("u", 9, "COMPLETED"));

        run.stillThere(application("u", 9, ""));

        await().untilAsserted(() -> assertThat(run.status().state().name()).isEqualTo("COMPLETED"));
    }

    @Test
    void whoeverThrowsIsToldNoMore() {
        run.is(application("u", 1, "RUNNING"));
        var following = run.follow(change -> {
            throw new IllegalStateException("mine");
        });
        run.changed(application("u", 2, "COMPLETED"));

        assertThat(following).isCompletedExceptionally();
        assertThat(run.ending()).isDone();
    }

    private static GenericKubernetesResource application(String uid, int version, String state) {
        var application = new GenericKubernetesResource();
        application.setApiVersion("sparkoperator.k8s.io/v1beta2");
        application.setKind("SparkApplication");
        application.setMetadata(new ObjectMetaBuilder()
                .withName("nightly")
                .withUid(uid)
                .withResourceVersion(version == 0 ? null : String.valueOf(version))
                .build());
        application.setAdditionalProperty(
                "status", Map.of("applicationState", Map.of("state", state), "executionAttempts", 1));
        return application;
    }
}
