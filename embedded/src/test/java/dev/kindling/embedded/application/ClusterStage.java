package dev.kindling.embedded.application;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.embedded.SharedCores;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.RestartPolicy;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;

/**
 * The cluster of KUBECONFIG with its real operators; without one the class is skipped, loudly. Programs come out of a
 * config map. A folder is shared by its path: the tests that need it run where the node is this machine.
 */
final class ClusterStage implements Stage {

    private static final String IMAGE = System.getProperty("kindling.cluster.image", "localhost/spark:4.1.1");
    private static final String CODE = "/kindling";

    private final Operator operator;
    private final KubernetesCluster cluster;
    private final KubernetesClient client;
    private final String programs = "programs-" + UUID.randomUUID().toString().substring(0, 8);
    private final Path shared;

    ClusterStage(Operator operator, String namespace, Path folder) throws IOException {
        this.operator = operator;
        this.cluster = KubernetesCluster.current()
                .namespace(namespace)
                .serviceAccount("spark")
                .operator(operator);
        var config = Config.autoConfigure(null);
        if (config.getCurrentContext() == null) {
            System.err.println("SKIPPED: cluster tests: KUBECONFIG names no cluster");
            abort("KUBECONFIG names no cluster");
        }
        this.client = new KubernetesClientBuilder().withConfig(config).build();
        requireOperator(namespace);
        this.shared = Files.createTempDirectory("kindling-scenarios-");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        publish(folder);
    }

    /** The account that its chart makes tells that it watches the namespace. */
    private void requireOperator(String namespace) {
        var group = operator instanceof Operator.Kubeflow ? "sparkoperator.k8s.io" : "spark.apache.org";
        var isThere = client.supports(
                        group + "/" + (operator instanceof Operator.Kubeflow ? "v1beta2" : "v1"), "SparkApplication")
                && client.serviceAccounts()
                                .inNamespace(namespace)
                                .withName("spark")
                                .get()
                        != null;
        if (!isThere) {
            client.close();
            System.err.println("SKIPPED: scenarios of " + group + ": its operator does not watch " + namespace);
            abort("no operator of " + group);
        }
    }

    private void publish(Path folder) throws IOException {
        var jar = Files.readAllBytes(TestJar.of(TestJob.class, folder));
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(programs)
                        .withNamespace(cluster.namespace().orElseThrow())
                        .endMetadata()
                        .addToBinaryData("job.jar", Base64.getEncoder().encodeToString(jar))
                        .addToData("job.py", PYTHON)
                        .build())
                .create();
    }

    @Override
    public KubernetesCluster cluster() {
        return cluster;
    }

    @Override
    public KubernetesClient client() {
        return client;
    }

    @Override
    public ApplicationSpec job(String name, String... arguments) {
        return small(name)
                .mainClass(TestJob.class.getName())
                .jar("local://" + CODE + "/job.jar")
                .arguments(arguments);
    }

    @Override
    public ApplicationSpec python(String name) {
        return small(name).python("local://" + CODE + "/job.py");
    }

    private ApplicationSpec small(String name) {
        return SharedCores.shortLived(Spark.application(name))
                .image(IMAGE)
                .restart(operator instanceof Operator.Kubeflow ? SharedCores.SUBMITTED_AGAIN : RestartPolicy.never())
                .pods(PodPlan.none()
                        .volume(Volume.configMap(programs).at(CODE).asReadOnly())
                        .volume(Volume.hostPath(shared.toString()).at(shared.toString())))
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m"))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }

    @Override
    public Path shared() {
        return shared;
    }

    @Override
    public String toString() {
        return "cluster-" + (operator instanceof Operator.Kubeflow ? "kubeflow" : "apache");
    }

    @Override
    public void close() {
        client.configMaps()
                .inNamespace(cluster.namespace().orElseThrow())
                .withName(programs)
                .delete();
        client.close();
        delete(shared);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
