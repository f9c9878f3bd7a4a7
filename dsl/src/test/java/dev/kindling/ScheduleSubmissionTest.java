package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.PreflightFailedException;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused before a schedule is made, by a server that knows no resource at all. */
class ScheduleSubmissionTest {

    private static final ApplicationSpec JOB =
            Spark.application("job").image("spark:1").mainClass("x.Job").jar("local:///app/job.jar");

    private static final String UNKNOWN_FIELD =
            """
            apiVersion: sparkoperator.k8s.io/v1beta2
            kind: SparkApplication
            metadata: {name: job}
            spec:
              type: Java
              mode: cluster
              sparkVersion: 4.1.1
              image: spark:1
              mainClass: x.Job
              mainApplicationFile: local:///app/job.jar
              novelty: 1
              driver: {}
              executor: {}
            """;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            var answer = "404 page not found\n".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aClusterWithoutTheOperatorIsNamed() {
        var schedule = Spark.schedule("nightly", "@daily", JOB);
        var seen = catchThrowableOfType(PreflightFailedException.class, () -> schedule.submitTo(cluster()));
        var error = catchThrowableOfType(
                ClusterAccessException.class, () -> schedule.submitTo(cluster().preflight(false)));

        assertThat(seen.preflight().problems()).extracting(Finding::cause).contains("operator-absent");
        assertThat(schedule.preflight(cluster()).subject()).isEqualTo("schedule default/nightly");
        assertThat(error.answer().status()).isEqualTo(404);
        assertThat(error.hint())
                .isEqualTo("install the Kubeflow Spark operator (this cluster does not know"
                        + " scheduledsparkapplications.sparkoperator.k8s.io)");
        assertThat(Spark.applications(cluster()).schedule("nightly")).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingIsAsked() {
        var spec = catchThrowableOfType(InvalidSpecException.class, () -> Spark.schedule("Nightly", "daily", JOB)
                .submitTo(cluster()));
        var resource = catchThrowableOfType(InvalidManifestException.class, () -> Spark.schedule(
                        "nightly", "@daily", Spark.readApplication(UNKNOWN_FIELD))
                .submitTo(cluster()));

        assertThat(spec.problems()).hasSize(2);
        assertThat(resource).hasMessageContaining("spec.template.novelty");
        assertThat(asked).hasValue(0);
    }

    @Test
    void otherOperatorsHaveNoSchedules() {
        var error = catchThrowableOfType(InvalidSpecException.class, () -> Spark.schedule("nightly", "@daily", JOB)
                .submitTo(cluster().operator(Operator.apache())));

        assertThat(error).hasMessageContaining("any operator but Kubeflow's");
        assertThat(asked).hasValue(0);
    }

    private KubernetesCluster cluster() {
        return KubernetesCluster.at("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
