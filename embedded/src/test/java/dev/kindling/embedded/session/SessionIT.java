package dev.kindling.embedded.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.kindling.SessionSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.HealthyRun;
import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.RunningSession;
import dev.kindling.run.Setting;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions of the DSL on the embedded Kubernetes: those that start, and those that can't. */
@Tag("embedded")
class SessionIT {

    private static final SessionSpec ONE =
            Spark.session("one").executors(ExecutorPlan.of(1).memory("512m"));

    private static EmbeddedKubernetes kubernetes;
    private static KubernetesClient client;

    @BeforeAll
    static void start() {
        kubernetes = EmbeddedKubernetes.start();
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubernetes.kubeconfig().toFile()))
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        kubernetes.close();
    }

    @AfterEach
    void nothingIsLeft() {
        List<String> left = Stream.of(client.pods(), client.secrets(), client.services(), client.configMaps())
                .flatMap(kind -> kind.inNamespace("default").list().getItems().stream())
                .map(object -> object.getMetadata().getName())
                .filter(name -> !name.equals("kube-root-ca.crt"))
                .toList();
        assertThat(left).isEmpty();
    }

    @Test
    void runsAJobEncryptedAndShowsWhyEachSettingIsSo() {
        try (RunningSession session = ONE.startOn(kubernetes.cluster())) {
            HealthyRun.seen("embedded-session-started", session.diagnose());
            assertThat(session.spark().range(1_000).filter("id % 7 = 0").count())
                    .isEqualTo(143);
            assertThat(session.executors())
                    .extracting(ExecutorStatus::state)
                    .containsExactly(ExecutorStatus.State.REGISTERED);
            assertThat(session.executorLog("1")).contains("Successfully registered with driver");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.executorLog("7"))
                    .withMessageContaining("no executor '7' now, but [1]");
            assertThat(session.settings().get("spark.network.crypto.enabled"))
                    .map(Setting::value)
                    .contains("true");
            assertThat(session.settings().get("spark.driver.port"))
                    .hasValueSatisfying(port -> assertThat(port.origin()).isEqualTo(Setting.Origin.DETECTED));
            HealthyRun.seen("embedded-session-after-a-job", session.diagnose());
            var failed = catchThrowable(
                    () -> session.spark().sql("select raise_error('no rows')").collectAsList());
            assertThat(causeOf(session.diagnose(failed))).isEqualTo("program-exception");
        }
    }

    @Test
    void aDriverWithAnIpv6Address() {
        var six = DriverPlan.defaults().host("[::1]");
        RunningSession ended = ONE.driver(six).startOn(kubernetes.cluster());
        try (RunningSession session = ended) {
            assertThat(session.spark().range(10).count()).isEqualTo(10);
        }
        HealthyRun.seen("embedded-session-closed", ended.diagnose());
    }

    @Test
    void anObjectStoreThatDoesNotAnswerIsToldAndStopsNothing() throws IOException {
        String nobody;
        try (ServerSocket taken = new ServerSocket(0)) {
            nobody = "http://127.0.0.1:" + taken.getLocalPort();
        }
        S3 store = S3.minio(nobody).credentials(S3Credentials.anonymous());
        SessionSpec words = ONE.s3(store.bucket("lake", store));
        assertThat(words.preflight(kubernetes.cluster()).isClear()).isTrue();
        var told = new LinkedBlockingQueue<String>();
        Predicate<String> isOfTheBucket = line -> line.startsWith("preflight: bucket lake: Nothing answers");
        try (RunningSession session = words.startOn(kubernetes.cluster(), told::add)) {
            assertThat(session.spark().range(10).count()).isEqualTo(10);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(told).anyMatch(isOfTheBucket));
        }
    }

    @Test
    void anImageThatDoesNotExist() {
        var failure = failureOf(ONE.image("example.invalid/absent:1.0"), Duration.ofSeconds(30));
        assertThat(failure).hasMessageContaining("example.invalid/absent:1.0").hasMessageContaining(".image(");
        assertThat(causeOf(failure.diagnosis().orElseThrow())).startsWith("image-");
    }

    @Test
    void executorsThatTheDriverRefuses() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        // The driver listens at 127.0.0.1 only; nobody listens where executors are told to call.
        var elsewhere =
                DriverPlan.defaults().host("127.0.0.2").bindAddress("127.0.0.1").port(port);
        var failure = failureOf(ONE.driver(elsewhere), Duration.ofSeconds(40));
        assertThat(failure)
                .hasMessageContaining("cannot reach the driver at 127.0.0.2:" + port)
                .hasMessageContaining("Connection refused");
        assertThat(causeOf(failure.diagnosis().orElseThrow())).isEqualTo("driver-unreachable");
    }

    @Test
    void executorsThatNobodyAnswers() throws IOException {
        try (Silence silence = Silence.at("127.0.0.2")) {
            var elsewhere = DriverPlan.defaults()
                    .host("127.0.0.2")
                    .bindAddress("127.0.0.1")
                    .port(silence.port());
            assertThat(failureOf(ONE.driver(elsewhere), Duration.ofSeconds(40)))
                    .hasMessageContaining("cannot reach the driver at 127.0.0.2:" + silence.port());
        }
    }

    private static String causeOf(Diagnosis diagnosis) {
        return diagnosis.first().orElseThrow().cause();
    }

    /** The limit includes the executor's own start; from its first try on it is 20 s, which the cluster tests measure. */
    private static StartFailedException failureOf(SessionSpec spec, Duration limit) {
        Instant begin = Instant.now();
        var failure = catchThrowableOfType(StartFailedException.class, () -> spec.startOn(kubernetes.cluster()));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(limit);
        return failure;
    }
}
