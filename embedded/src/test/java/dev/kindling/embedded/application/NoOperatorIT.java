package dev.kindling.embedded.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.run.Outcome;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications whose driver's pod Kindling makes itself. */
@Tag("embedded")
class NoOperatorIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private static EmbeddedKubernetes kubernetes;
    private static KubernetesCluster cluster;
    private static KubernetesClient client;
    private static Path jar;

    @BeforeAll
    static void start() throws IOException {
        jar = TestJar.of(TestJob.class, folder);
        kubernetes = EmbeddedKubernetes.start();
        cluster = kubernetes.cluster().operator(Operator.none());
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubernetes.kubeconfig().toFile()))
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        kubernetes.close();
    }

    /** The service, the config map and the Secret belong to the pod. */
    @AfterEach
    void nothingIsLeft() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(leftovers()).isEmpty());
    }

    @Test
    void runsToItsEndAndDeliversTheWholeLog() {
        List<String> log = new CopyOnWriteArrayList<>();
        var run = job("works", "count", "1000").submitTo(cluster);
        var followed = run.followLog(log::add);

        run.awaitSuccess(LIMIT);
        followed.join();

        assertThat(run.state().name()).isEqualTo("Succeeded");
        assertThat(log).contains("even numbers: 500");
        run.delete();
        assertThat(run.await(Duration.ZERO)).isEqualTo(new Outcome.Succeeded());
    }

    @Test
    void aThrowingJobFailsWithItsExitCodeAndItsLogTail() {
        var run = job("throws", "throw", "thirteen").submitTo(cluster);

        assertThat(run.await(LIMIT)).asInstanceOf(type(Outcome.Failed.class)).satisfies(failed -> {
            assertThat(failed.reason()).contains("driver container failed with exit code 1");
            assertThat(failed.driverLogTail()).anyMatch(line -> line.contains("no luck with thirteen"));
        });
        run.delete();
    }

    @Test
    void anImageThatCannotBePulledIsSaidAndWaitedFor() {
        var run = job("no-image", "count", "1").image("registry.local/absent:1").submitTo(cluster);

        await().atMost(LIMIT).until(() -> run.state().message().contains("registry.local/absent:1"));
        assertThat(run.state().name()).isEqualTo("Pending");
        assertThat(run.state().isFinal()).isFalse();
        run.delete();
    }

    @Test
    void aPodThatSomebodyDeletesIsGone() {
        List<String> log = new CopyOnWriteArrayList<>();
        var run = job("deleted", "sleep", "600").submitTo(cluster);
        run.followLog(log::add);
        await().atMost(LIMIT).until(() -> log.contains("sleeping"));

        client.pods().inNamespace("default").withName("deleted").delete();

        assertThat(run.await(LIMIT)).isInstanceOf(Outcome.Gone.class);
    }

    @Test
    void aTakenNameIsSaidSo() {
        var run = job("taken", "sleep", "600").submitTo(cluster);

        var error = catchThrowableOfType(
                ClusterAccessException.class, () -> job("taken", "count", "1").submitTo(cluster));

        assertThat(error.answer().status()).isEqualTo(409);
        assertThat(error.hint()).contains("Spark.application(\"taken-2\")");
        run.delete();
    }

    private static ApplicationSpec job(String name, String... arguments) {
        return Spark.application(name)
                .jar("local://" + jar)
                .mainClass(TestJob.class.getName())
                .arguments(arguments)
                .driver(DriverPlan.defaults().memory("512m"))
                .executors(ExecutorPlan.of(1).memory("512m"));
    }

    private static List<String> leftovers() {
        return Stream.<Stream<? extends HasMetadata>>of(
                        client.pods().inAnyNamespace().list().getItems().stream(),
                        client.services().inAnyNamespace().list().getItems().stream(),
                        client.secrets().inAnyNamespace().list().getItems().stream(),
                        client.configMaps().inAnyNamespace().list().getItems().stream())
                .flatMap(all -> all)
                .map(object -> object.getKind() + "/" + object.getMetadata().getName())
                .filter(name -> !name.equals("Service/kubernetes") && !name.equals("ConfigMap/kube-root-ca.crt"))
                .toList();
    }
}
