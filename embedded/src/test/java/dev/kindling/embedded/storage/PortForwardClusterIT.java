package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.Spark;
import dev.kindling.embedded.SharedCores;
import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.EventLog;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real MinIO of which this machine is told the Service's name alone. */
@Tag("cluster")
class PortForwardClusterIT {
    private static final KubernetesCluster CLUSTER =
            KubernetesCluster.current().namespace("default").serviceAccount("spark");
    private static final int LARGE = 160_000_000;

    private static Minio minio;
    private static S3 named;
    private static S3 lake;

    @BeforeAll
    static void find() {
        minio = Minio.with("kindling-forward-" + UUID.randomUUID().toString().substring(0, 8));
        named = S3.minio("http://minio.default.svc:9000").credentials(minio.keys);
        lake = named.fromHereByPortForward();
    }

    @AfterAll
    static void remove() {
        if (minio != null) {
            minio.empty();
            minio.close();
        }
    }

    @Test
    void theNameAloneIsToldTheLineAndTheLineWorks() {
        var unknown = Spark.store(named).check(minio.bucket).first().orElseThrow();
        assertThat(unknown.cause()).isEqualTo("s3-service-name");
        assertThat(unknown.change().code()).startsWith(".fromHereByPortForward()");

        var nowhere = Spark.store(lake).check(minio.bucket).first().orElseThrow();
        assertThat(nowhere.cause()).isEqualTo("s3-needs-cluster");
        assertThat(nowhere.change().code()).contains(".check(KubernetesCluster.current(), \"" + minio.bucket + "\")");

        var found = Spark.store(lake).check(CLUSTER, minio.bucket);
        assertThat(found.findings()).as("%s", found).isEmpty();
        assertThat(cause(lake, "no-such-lake")).isEqualTo("s3-no-bucket");
    }

    @Test
    void whatIsWrongWithAServiceIsTold() {
        assertThat(cause(at("http://minio.default.svc:9001"), minio.bucket)).isEqualTo("s3-no-forward");
        assertThat(cause(at("http://no-such-store.default.svc:9000"), minio.bucket))
                .isEqualTo("s3-no-forward");
        assertThat(cause(at("http://kubernetes.default:443"), minio.bucket)).isEqualTo("s3-no-forward");
    }

    @Test
    void aSessionWritesAndReads() throws IOException {
        var folder = "s3a://" + minio.bucket + "/numbers";
        var steps = new CopyOnWriteArrayList<String>();
        URI here;
        try (var session = Spark.session("forwarded")
                .image(Minio.IMAGE)
                .s3(lake)
                .eventLog(EventLog.at("s3a://" + minio.bucket + "/history"))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("0.1"))
                .startOn(CLUSTER, steps::add)) {
            session.spark().range(10_000).write().mode(SaveMode.Overwrite).parquet(folder);
            assertThat(session.spark().read().parquet(folder).count()).isEqualTo(10_000);
            var why = session.settings()
                    .get("spark.hadoop.fs.s3a.endpoint")
                    .orElseThrow()
                    .why();
            assertThat(why)
                    .matches("here: http://127.0.0.1:\\d+ \\(a port-forward\\), pods: http://minio.default.svc:9000");
            here = URI.create(why.replaceAll("here: (\\S+) .*", "$1"));
            assertThat(steps).contains("forwarding " + here + " to port 9000 of service minio in namespace default");
        }
        assertThatThrownBy(() -> new Socket(here.getHost(), here.getPort())).isInstanceOf(ConnectException.class);
        try (var history =
                Spark.history("s3a://" + minio.bucket + "/history").s3(lake).open(CLUSTER)) {
            try (InputStream page =
                    URI.create(history.uri() + "api/v1/applications").toURL().openStream()) {
                assertThat(new String(page.readAllBytes())).contains("\"name\" : \"forwarded\"");
            }
        }
    }

    @Test
    void codeAndResultOfATaskGoThroughIt() {
        if (!minio.client.supports("sparkoperator.k8s.io/v1beta2", "SparkApplication")) {
            System.err.println("SKIPPED: a task whose code is forwarded: Kubeflow's operator is not installed");
            abort("no operator");
        }
        var steps = new CopyOnWriteArrayList<String>();
        var run = Spark.application("forwarded-" + UUID.randomUUID().toString().substring(0, 6))
                .image(Minio.IMAGE)
                .restart(SharedCores.SUBMITTED_AGAIN)
                .s3(lake)
                .codeIn(CodeStore.at("s3a://" + minio.bucket + "/code").keepUnused(Duration.ZERO))
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m"))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"))
                .task(spark -> 3 * ShippedJob.sum(spark, 10))
                .submitTo(CLUSTER.operator(Operator.kubeflow()), steps::add);
        try {
            assertThat(steps).anyMatch(step -> step.contains(".jar brought, "));
            assertThat(run.result(Duration.ofMinutes(6))).isEqualTo(270L);
        } finally {
            run.application().delete();
        }
        assertThat(objects("code")).isEmpty();
    }

    /** Several parts at once, each over a connection of its own; as many downloads. */
    @Test
    void muchDataArrivesWhole(@TempDir Path folder) throws Exception {
        var file = folder.resolve("large");
        var sha = random(file);
        var direct = minio.store.credentials(minio.keys);
        try (var reached = ReachedStore.of(lake, CLUSTER);
                var forwarded = files(reached.store());
                var straight = files(direct)) {
            report("straight up", 1, () -> straight.copyFromLocalFile(local(file), path("straight")));
            report("forwarded up", 1, () -> forwarded.copyFromLocalFile(local(file), path("large")));
            assertThat(sha(straight, "large")).isEqualTo(sha);
            report("forwarded down", 1, () -> assertThat(sha(forwarded, "large"))
                    .isEqualTo(sha));
            report("forwarded down, 4 at once", 4, () -> {
                var all = List.of(1, 2, 3, 4).stream()
                        .map(any -> CompletableFuture.supplyAsync(() -> sha(forwarded, "large")))
                        .toList();
                assertThat(all).allSatisfy(each -> assertThat(each.get()).isEqualTo(sha));
            });
            report("straight down", 1, () -> assertThat(sha(straight, "large")).isEqualTo(sha));
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void report(String what, int times, Step step) throws Exception {
        System.gc();
        var began = System.nanoTime();
        step.run();
        var seconds = (System.nanoTime() - began) / 1e9;
        var megabytes = times * LARGE / 1_000_000;
        System.err.printf("%s: %d MB in %.1f s, %.0f MB/s%n", what, megabytes, seconds, megabytes / seconds);
    }

    private static String random(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var random = new Random(7);
        var block = new byte[1_000_000];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < LARGE; written += block.length) {
                random.nextBytes(block);
                digest.update(block);
                out.write(block);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha(FileSystem files, String name) {
        try (var in = new DigestInputStream(files.open(path(name)), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> objects(String below) {
        var found = new ArrayList<String>();
        try (var files = files(minio.store.credentials(minio.keys))) {
            if (files.exists(path(below))) {
                for (var all = files.listFiles(path(below), true); all.hasNext(); ) {
                    found.add(all.next().getPath().toString());
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    private static FileSystem files(S3 store) throws IOException {
        var settings = new Configuration();
        store.hadoopPropertiesFromHere().forEach(settings::set);
        settings.set("fs.s3a.multipart.size", "16M");
        settings.set("fs.s3a.multipart.threshold", "16M");
        return FileSystem.newInstance(URI.create("s3a://" + minio.bucket + "/"), settings);
    }

    private static org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path("s3a://" + minio.bucket + "/" + name);
    }

    private static org.apache.hadoop.fs.Path local(Path file) {
        return new org.apache.hadoop.fs.Path(file.toUri());
    }

    private static S3 at(String endpoint) {
        return S3.minio(endpoint).credentials(minio.keys).fromHereByPortForward();
    }

    private static String cause(S3 store, String bucket) {
        var found = Spark.store(store).check(CLUSTER, bucket).first().orElseThrow();
        System.err.println(found.what() + " -> " + found.change().code());
        return found.cause();
    }
}
