package dev.kindling.embedded.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.PreflightFailedException;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the embedded operator can show; what every operator does is in {@link RunScenarios}. */
@Tag("embedded")
class ApplicationIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private static EmbeddedKubernetes kubernetes;
    private static KubernetesClient client;
    private static Path jar;

    @BeforeAll
    static void start() throws IOException {
        jar = TestJar.of(TestJob.class, folder);
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

    /** What a failed test left must not be blamed on the next one. */
    @AfterEach
    void nothingIsLeft() {
        try {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(leftovers()).isEmpty();
                assertThat(processes()).isEmpty();
            });
        } finally {
            applications().forEach(application -> client.resource(application).delete());
        }
    }

    @Test
    void aWrongMainClassFails() {
        var run = spec("no-class").mainClass("x.Missing").arguments("x").submitTo(kubernetes.cluster());

        assertThat(run.await(LIMIT)).asInstanceOf(type(Outcome.Failed.class)).satisfies(failed -> assertThat(
                        String.join("\n", failed.driverLogTail()))
                .contains("x.Missing"));
        run.delete();
    }

    @Test
    void twoAtOnceDoNotDisturbEachOther() {
        List<String> log = new CopyOnWriteArrayList<>();
        var one = job("one", "count", "10").submitTo(kubernetes.cluster());
        var two = job("two", "count", "30").submitTo(kubernetes.cluster());
        var followed = one.followLog(log::add);

        one.awaitSuccess(LIMIT);
        followed.join();
        two.awaitSuccess(LIMIT);

        assertThat(log).contains("even numbers: 5");
        assertThat(one.driverLog()).contains("even numbers: 5");
        assertThat(two.driverLog()).contains("even numbers: 15");
        assertThat(statusFields(one))
                .contains("sparkApplicationId", "submissionID", "executorState", "terminationTime");
        one.delete();
        two.delete();
    }

    @Test
    void aJvmThatEndsTakesItsApplicationAlong() throws Exception {
        var image = kubernetes.cluster().image().orElseThrow().reference();
        var jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeavingJvm.class.getName(),
                        kubernetes.kubeconfig().toString(),
                        image,
                        jar.toString())
                .inheritIO()
                .start();
        try {
            assertThat(jvm.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(jvm.exitValue()).isEqualTo(LeavingJvm.EXIT_CODE);
            assertThat(applications()).isEmpty();
        } finally {
            jvm.destroyForcibly();
        }
    }

    @Test
    void whatTheOperatorRefusesFailsWithItsReason() {
        var run = job("refused", "count", "1")
                .conf("spark.kubernetes.driver.volumes.persistentVolumeClaim.data.mount.path", "/data")
                .submitTo(kubernetes.cluster());

        assertThat(run.await(LIMIT)).asInstanceOf(type(Outcome.Failed.class)).satisfies(failed -> {
            assertThat(failed.reason()).contains("failed to submit spark application");
            assertThat(failed.driverLogTail()).isEmpty();
        });
        run.delete();
    }

    @Test
    void aTakenNameIsSaidSo() {
        var run = job("taken", "sleep", "600").submitTo(kubernetes.cluster());

        var error = catchThrowableOfType(
                ClusterAccessException.class, () -> job("taken", "count", "1").submitTo(kubernetes.cluster()));

        assertThat(error.answer().status()).isEqualTo(409);
        assertThat(error.hint()).contains("Spark.application(\"taken-2\")");
        run.delete();
    }

    @Test
    void aMissingNamespaceIsSaidSo() {
        var elsewhere = kubernetes.cluster().namespace("nowhere");

        assertThatThrownBy(() -> job("lost", "count", "1").submitTo(elsewhere))
                .isInstanceOf(PreflightFailedException.class)
                .hasMessageContaining("kubectl create namespace nowhere");
    }

    private static ApplicationSpec job(String name, String... arguments) {
        return spec(name).mainClass(TestJob.class.getName()).arguments(arguments);
    }

    private static ApplicationSpec spec(String name) {
        return Spark.application(name)
                .jar("local://" + jar)
                .driver(DriverPlan.defaults().memory("512m"))
                .executors(ExecutorPlan.of(1).memory("512m"));
    }

    private static List<String> statusFields(SubmittedApplication run) {
        return applications().stream()
                .filter(application -> application.getMetadata().getName().equals(run.name()))
                .map(application ->
                        (Map<?, ?>) application.getAdditionalProperties().get("status"))
                .flatMap(status -> status.keySet().stream())
                .map(String::valueOf)
                .toList();
    }

    private static List<GenericKubernetesResource> applications() {
        return client.genericKubernetesResources("sparkoperator.k8s.io/v1beta2", "SparkApplication")
                .inAnyNamespace()
                .list()
                .getItems();
    }

    private static List<String> leftovers() {
        var objects = Stream.<HasMetadata>of();
        objects = Stream.concat(objects, client.pods().inAnyNamespace().list().getItems().stream());
        objects = Stream.concat(objects, client.services().inAnyNamespace().list().getItems().stream());
        objects = Stream.concat(objects, client.secrets().inAnyNamespace().list().getItems().stream());
        objects = Stream.concat(objects, client.configMaps().inAnyNamespace().list().getItems().stream());
        return objects.map(
                        object -> object.getKind() + "/" + object.getMetadata().getName())
                .filter(name -> !name.equals("Service/kubernetes") && !name.equals("ConfigMap/kube-root-ca.crt"))
                .toList();
    }

    private static List<String> processes() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains("org.apache.spark."))
                .toList();
    }
}
