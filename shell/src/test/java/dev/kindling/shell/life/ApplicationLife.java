package dev.kindling.shell.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.shell.life.Kindling.Answer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same on the embedded Kubernetes and on a real one; after each step another client is asked whether it is so. */
abstract class ApplicationLife {
    private static final Duration LIMIT = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    private final String unique = UUID.randomUUID().toString().substring(0, 6);

    /** The command line with the options for the cluster. */
    abstract Kindling kindling();

    abstract KubernetesClient client();

    abstract String namespace();

    /** A resource with that name that runs {@link RoundsJob}. */
    abstract String manifest(String name, String... arguments) throws IOException;

    /** What else can be asked of one that has succeeded. */
    void afterItsEnd(String name) throws Exception {}

    @Test
    void an_application_from_its_file_to_its_end() throws Exception {
        var name = "life-" + unique;
        try {
            goesOnAfterCtrlC(name, file("other", "600"));
            runs(name);
            showsItsUi(name);
            assertThat(kindling().run("doctor", name).exitCode()).isZero();
            assertThat(kindling().run("list", name).out()).contains(name, "kubeflow", "RUNNING");
            assertThat(kindling().run("events", name).out()).contains("SparkDriverRunning");
            suspendsAndResumes(name);
            assertThat(kindling().run("cancel", name).out().strip()).isEqualTo(name + " cancelled");
            assertThat(inCluster(name)).isEmpty();
            assertThat(kindling().run("status", name).exitCode()).isEqualTo(2);
        } finally {
            remove(name);
        }
    }

    @Test
    void an_application_that_succeeds_and_is_run_again() throws Exception {
        var name = "again-" + unique;
        var submitted = kindling().run("submit", file(name, "2"), "--follow", "--timeout", "6m");
        try {
            assertThat(submitted.exitCode()).isZero();
            assertThat(submitted.out()).contains("round 1 of 100", "round 2 of 100");
            assertThat(submitted.err()).contains(name + ": RUNNING", name + " succeeded");
            assertThat(stateInCluster(name))
                    .isEqualTo("COMPLETED")
                    .isEqualTo(kindling().state(name));
            assertThat(kindling().run("logs", name).out()).contains("round 2 of 100");
            afterItsEnd(name);
            var again = kindling().run("restart", name);
            assertThat(again.out().strip()).isEqualTo(name + "-r2");
            assertThat(kindling().run("status", name + "-r2", "--timeout", "6m").exitCode())
                    .isZero();
        } finally {
            remove(name);
            remove(name + "-r2");
        }
        assertThat(kindling().run("list", name, "-o", "json").json()).isEmpty();
    }

    @Test
    void an_application_that_fails() throws IOException {
        var name = "fails-" + unique;
        var submitted = kindling().run("submit", file(name, "1", "no-such-day"), "--wait");
        try {
            assertThat(submitted.exitCode()).isEqualTo(1);
            assertThat(submitted.err()).contains("IllegalStateException: no-such-day", "exit code of the driver: 1");
            assertThat(stateInCluster(name))
                    .isEqualTo("FAILED")
                    .isEqualTo(kindling().state(name));
            taken(kindling().run("submit", file(name, "1")));
            assertThat(kindling().run("doctor", name).exitCode()).isEqualTo(1);
            var finding = kindling().run("doctor", name, "--json").json().at("/findings/0");
            assertThat(finding.path("cause").asText()).isEqualTo("program-exception");
            assertThat(finding.path("evidence").toString()).contains("no-such-day");
        } finally {
            remove(name);
        }
    }

    @Test
    void an_application_that_goes_with_the_command() throws Exception {
        var name = "short-" + unique;
        try (var submitted = kindling().start(folder, "submit", file(name, "600"), "--follow", "--delete-on-exit")) {
            var answer = submitted.prints("round 1 of 100").interrupt();
            assertThat(answer.exitCode()).isEqualTo(130);
            assertThat(answer.err()).contains("kindling: deleting " + name).doesNotContain("Exception");
            await().atMost(LIMIT).until(() -> leftOf(name).isEmpty());
        } finally {
            remove(name);
        }
    }

    private void goesOnAfterCtrlC(String name, String file) throws Exception {
        try (var submitted = kindling().start(folder, "submit", file, "--name", name, "--follow")) {
            var answer = submitted.prints("round 1 of 100").interrupt();
            assertThat(answer.exitCode()).isEqualTo(130);
            assertThat(answer.err())
                    .contains(name + " goes on in namespace " + namespace(), "kindling logs -f " + name)
                    .doesNotContain("Exception");
        }
    }

    private void showsItsUi(String name) throws Exception {
        try (var ui = kindling().start(folder, "ui", name)) {
            assertThat(ui.page("/jobs/")).contains("Spark Jobs");
            var answer = ui.interrupt();
            assertThat(answer.exitCode()).isEqualTo(130);
            assertThat(answer.err()).contains("open until " + name + " ends", "closed; " + name + " goes on");
        }
    }

    private void taken(Answer answer) {
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("409");
    }

    private void runs(String name) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> kindling().state(name).equals("RUNNING"));
        assertThat(stateInCluster(name)).isEqualTo("RUNNING");
        await().atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> kindling().run("logs", name).out().contains("round 1 of 100"));
        assertThat(kindling().run("logs", name, "--executor", "1").out()).contains("Executor");
    }

    private void suspendsAndResumes(String name) {
        var suspended = kindling().run("suspend", name);
        assertThat(suspended.out().strip()).isEqualTo(name + " suspended");
        assertThat(suspended.err()).contains("the work of attempt 1 is lost");
        assertThat(kindling().run("doctor", name).exitCode()).isZero();
        assertThat(stateInCluster(name))
                .isEqualTo("SUSPENDED")
                .isEqualTo(kindling().state(name));
        assertThat(drivers(name)).isEmpty();
        assertThat(kindling().run("resume", name).exitCode()).isZero();
        await().atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> kindling().state(name).equals("RUNNING"));
        assertThat(stateInCluster(name)).isEqualTo("RUNNING");
    }

    private void remove(String name) {
        if (inCluster(name).isPresent()) {
            assertThat(kindling().run("delete", name).exitCode()).isZero();
        }
        assertThat(inCluster(name)).isEmpty();
        assertThat(drivers(name)).isEmpty();
    }

    private String file(String name, String... arguments) throws IOException {
        var file = folder.resolve(name + ".yaml");
        Files.writeString(file, manifest(name, arguments));
        assertThat(kindling().validate(file).exitCode()).isZero();
        return file.toString();
    }

    private String stateInCluster(String name) {
        return inCluster(name).orElseThrow().<String>get("status", "applicationState", "state");
    }

    private Optional<GenericKubernetesResource> inCluster(String name) {
        var applications = new ResourceDefinitionContext.Builder()
                .withGroup("sparkoperator.k8s.io")
                .withVersion("v1beta2")
                .withKind("SparkApplication")
                .withPlural("sparkapplications")
                .withNamespaced(true)
                .build();
        return Optional.ofNullable(client().genericKubernetesResources(applications)
                .inNamespace(namespace())
                .withName(name)
                .get());
    }

    /** The resource, pods, Secrets and config maps whose names begin so. */
    private List<String> leftOf(String name) {
        var inNamespace = Stream.of(client().pods(), client().secrets(), client().configMaps(), client().services())
                .flatMap(kind -> kind.inNamespace(namespace()).list().getItems().stream());
        return Stream.<HasMetadata>concat(inCluster(name).stream(), inNamespace)
                .map(HasMetadata::getMetadata)
                .map(ObjectMeta::getName)
                .filter(each -> each.startsWith(name))
                .toList();
    }

    private List<Pod> drivers(String name) {
        return client().pods()
                .inNamespace(namespace())
                .withLabel("sparkoperator.k8s.io/app-name", name)
                .withLabel("spark-role", "driver")
                .list()
                .getItems();
    }
}
