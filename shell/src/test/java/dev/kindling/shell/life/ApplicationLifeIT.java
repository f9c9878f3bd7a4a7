package dev.kindling.shell.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.EmbeddedKubernetes;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded Kubernetes. */
@Tag("embedded")
class ApplicationLifeIT extends ApplicationLife {
    @TempDir
    static Path program;

    private static EmbeddedKubernetes kubernetes;
    private static KubernetesClient client;

    @BeforeAll
    static void start() throws IOException {
        Files.write(program.resolve("job.jar"), JobJar.bytes());
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

    @Test
    void a_cluster_with_nothing_to_look_at() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("empty")
                        .endMetadata()
                        .build())
                .create();
        var empty = new Kindling(List.of("--kubeconfig", kubernetes.kubeconfig().toString(), "-n", "empty"));

        assertThat(empty.run("doctor"))
                .satisfies(answer -> assertThat(answer.exitCode()).isZero())
                .satisfies(answer -> assertThat(answer.out()).contains("no problem found"));
    }

    @Test
    void a_cluster_that_is_not_there() throws IOException {
        var nobody = Files.writeString(
                program.resolve("nobody"),
                Files.readString(kubernetes.kubeconfig()).replaceAll("server: .*", "server: https://127.0.0.1:1"));

        var answer = new Kindling(List.of("--kubeconfig", nobody.toString(), "-n", "default")).run("doctor");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("127.0.0.1:1").contains("no answer");
    }

    @Override
    Kindling kindling() {
        return new Kindling(List.of("--kubeconfig", kubernetes.kubeconfig().toString(), "-n", namespace()));
    }

    @Override
    KubernetesClient client() {
        return client;
    }

    @Override
    String namespace() {
        return "default";
    }

    @Override
    String manifest(String name, String... arguments) {
        return Resource.of(name, List.of(arguments))
                .image(kubernetes.cluster().image().orElseThrow().reference())
                .jar(program.resolve("job.jar"))
                .events(program)
                .yaml();
    }

    @Override
    void afterItsEnd(String name) throws Exception {
        try (var history = kindling().start(program, "history", name)) {
            assertThat(history.page("api/v1/applications")).contains("\"" + name + "\"");
            assertThat(history.interrupt().err()).contains("open until Ctrl-C", "kindling: closed");
        }
    }
}
