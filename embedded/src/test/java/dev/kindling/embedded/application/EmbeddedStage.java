package dev.kindling.embedded.application;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.SharedCores;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The embedded Kubernetes: pods are processes that see this machine's files. */
final class EmbeddedStage implements Stage {

    private final EmbeddedKubernetes kubernetes = EmbeddedKubernetes.start();
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(kubernetes.kubeconfig().toFile()))
            .build();
    private final Operator operator;
    private final Path jar;
    private final Path script;
    private final Path shared;

    EmbeddedStage(Operator operator, Path folder) throws IOException {
        this.operator = operator;
        this.jar = TestJar.of(TestJob.class, folder);
        this.script = Files.writeString(folder.resolve("job.py"), PYTHON);
        this.shared = Files.createDirectory(folder.resolve("shared"));
    }

    @Override
    public KubernetesCluster cluster() {
        return kubernetes.cluster().operator(operator);
    }

    @Override
    public KubernetesClient client() {
        return client;
    }

    @Override
    public ApplicationSpec job(String name, String... arguments) {
        return small(name)
                .mainClass(TestJob.class.getName())
                .jar("local://" + jar)
                .arguments(arguments);
    }

    /** Pods are processes here: what they import must be installed on this machine. */
    @Override
    public ApplicationSpec python(String name) throws IOException {
        var found = new ProcessBuilder("python3", "-c", "import pyspark")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
        if (found.exitValue() != 0) {
            System.err.println("SKIPPED: an application in Python on the embedded Kubernetes: python3 has no pyspark");
            abort("python3 has no pyspark");
        }
        return small(name).python("local://" + script);
    }

    private static ApplicationSpec small(String name) {
        return SharedCores.shortLived(Spark.application(name))
                .driver(DriverPlan.defaults().memory("512m"))
                .executors(ExecutorPlan.of(1).memory("512m"));
    }

    @Override
    public Path shared() {
        return shared;
    }

    @Override
    public String toString() {
        return "embedded-" + (operator.equals(Operator.kubeflow()) ? "kubeflow" : "apache");
    }

    @Override
    public void close() {
        client.close();
        kubernetes.close();
    }
}
