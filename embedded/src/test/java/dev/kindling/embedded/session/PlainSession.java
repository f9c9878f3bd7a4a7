package dev.kindling.embedded.session;

import dev.kindling.embedded.EmbeddedKubernetes;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.awaitility.Awaitility;

/** A session with settings written by hand, as a user without the DSL has it. */
final class PlainSession implements AutoCloseable {

    private final SparkSession spark;
    private final KubernetesClient client;
    private final Map<String, Long> processes = new HashMap<>();

    private PlainSession(SparkSession spark, KubernetesClient client) {
        this.spark = spark;
        this.client = client;
    }

    static PlainSession on(EmbeddedKubernetes kubernetes, Path folder, Map<String, String> settings)
            throws IOException {
        Config config = Config.fromKubeconfig(Files.readString(kubernetes.kubeconfig()));
        // Spark makes its client from the kubeconfig that is current.
        System.setProperty("kubeconfig", kubernetes.kubeconfig().toString());
        var builder = SparkSession.builder()
                .appName("plain")
                .master("k8s://" + config.getMasterUrl())
                .config("spark.kubernetes.container.image", "kindling/spark:4.1.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", "false")
                .config("spark.executor.memory", "512m")
                .config("spark.executor.maxNumFailures", "1000")
                // An executor that is ending fails every task it still gets, at once: four times, and the job has
                // failed.
                .config("spark.excludeOnFailure.taskAndStage.enabled", "true")
                .config("spark.jars", jar(folder).toString());
        settings.forEach(builder::config);
        var client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(config).build())
                .build();
        return new PlainSession(builder.getOrCreate(), client);
    }

    SparkSession spark() {
        return spark;
    }

    List<String> executorPods() {
        return client.pods().inNamespace("default").withLabel("spark-role", "executor").list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> "Running".equals(pod.getStatus().getPhase()))
                .map(pod -> pod.getMetadata().getName())
                .toList();
    }

    void delete(String pod) {
        client.pods().inNamespace("default").withName(pod).delete();
    }

    /** Waits until so many executors are registered. */
    void awaitExecutors(int count) {
        Awaitility.await(count + " executors")
                .atMost(Duration.ofMinutes(2))
                .until(() -> spark.sparkContext().statusTracker().getExecutorInfos().length - 1 == count);
    }

    /** SIGKILL to an executor. */
    void kill(String pod) {
        ProcessHandle.of(processes.get(pod)).orElseThrow().destroyForcibly();
    }

    /** Every executor that has a task says which process it is. */
    void learnProcesses() {
        ExecutorJob.processes(spark.range(100).repartition(8).as(Encoders.LONG()))
                .distinct()
                .collectAsList()
                .forEach(line -> processes.put(line.split("=")[0], Long.valueOf(line.split("=")[1])));
    }

    @Override
    public void close() {
        System.clearProperty("kubeconfig");
        spark.stop();
        try (client) {
            Awaitility.await("no pod is left").atMost(Duration.ofSeconds(30)).until(() -> client.pods()
                    .inNamespace("default")
                    .list()
                    .getItems()
                    .isEmpty());
        }
    }

    private static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("executor-job.jar");
        String entry = ExecutorJob.class.getName().replace('.', '/') + ".class";
        try (var in = ExecutorJob.class.getClassLoader().getResourceAsStream(entry);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
        return jar;
    }
}
