package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.Spark;
import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.EmbeddedOptions;
import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A Service of the embedded Kubernetes whose pod has the address at which the store of this JVM listens: pods go there by
 * the Service's name, this JVM through the API server.
 */
@Tag("embedded")
class PortForwardedStoreIT {
    private static final int LARGE = 24_000_000;

    private static EmbeddedKubernetes kubernetes;
    private static EmbeddedS3 s3;
    private static S3 lake;

    @BeforeAll
    static void start() {
        kubernetes = EmbeddedKubernetes.start(EmbeddedOptions.defaults().singleAddress(true));
        s3 = EmbeddedS3.start().bucket("lake");
        var port = s3.endpoint().getPort();
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubernetes.kubeconfig().toFile()))
                .build()) {
            client.resource(service("store", port)).create();
            client.resource(service("broken", nobodys())).create();
            client.resource(new PodBuilder()
                            .withNewMetadata()
                            .withNamespace("default")
                            .withName("store")
                            .addToLabels("app", "store")
                            .endMetadata()
                            .withNewSpec()
                            .addNewContainer()
                            .withName("waiting")
                            .withImage(
                                    kubernetes.cluster().image().orElseThrow().reference())
                            .withCommand("sleep", "3600")
                            .endContainer()
                            .endSpec()
                            .build())
                    .create();
            client.pods().inNamespace("default").withName("store").waitUntilReady(30, TimeUnit.SECONDS);
        }
        lake = S3.minio("http://store.default.svc:" + port)
                .credentials(s3.s3().credentials())
                .fromHereByPortForward();
    }

    @AfterAll
    static void stop() {
        s3.close();
        kubernetes.close();
    }

    @Test
    void theStoreIsHealthy() {
        var seen = Spark.store(lake).check(kubernetes.cluster(), "lake");
        assertThat(seen.findings()).as("%s", seen).isEmpty();
        assertThat(Spark.store(lake)
                        .check(kubernetes.cluster(), "no-such-lake")
                        .first()
                        .orElseThrow()
                        .cause())
                .isEqualTo("s3-no-bucket");
    }

    @Test
    void muchDataArrivesWhole() throws Exception {
        var bytes = new byte[LARGE];
        new Random(7).nextBytes(bytes);
        var object = new Path("s3a://lake/large");
        try (var reached = ReachedStore.of(lake, kubernetes.cluster());
                var files = files(reached.store())) {
            try (OutputStream out = files.create(object)) {
                out.write(bytes);
            }
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(files.open(object), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            assertThat(digest.digest())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes));
        }
    }

    @Test
    void sessionsOneAfterTheOtherWriteAndReadAndLeaveNoPort() {
        for (var folder : new String[] {"s3a://lake/first", "s3a://lake/second"}) {
            URI here;
            try (var session = Spark.session("forwarded")
                    .s3(lake)
                    .executors(ExecutorPlan.of(1).memory("512m"))
                    .startOn(kubernetes.cluster())) {
                session.spark().range(100).write().mode(SaveMode.Overwrite).parquet(folder);
                assertThat(session.spark().read().parquet(folder).count()).isEqualTo(100);
                here = URI.create(session.settings()
                        .get("spark.hadoop.fs.s3a.endpoint")
                        .orElseThrow()
                        .why()
                        .replaceAll("here: (\\S+) .*", "$1"));
            }
            assertThatThrownBy(() -> new Socket(here.getHost(), here.getPort()).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void codeAndResultOfATaskGoThroughIt() {
        var run = Spark.application("forwarded")
                .s3(lake)
                .codeIn(CodeStore.at("s3a://lake/code").keepUnused(Duration.ZERO))
                .executors(ExecutorPlan.of(1).memory("512m"))
                .task(spark -> 3 * ShippedJob.sum(spark, 10))
                .submitTo(kubernetes.cluster());
        try {
            assertThat(run.result(ShippedCodeScenarios.LIMIT)).isEqualTo(270L);
        } finally {
            run.application().delete();
        }
    }

    @Test
    void aPodThatDoesNotListenIsToldInTheWordsOfTheServer() {
        var broken = S3.minio("http://broken.default.svc:" + nobodys())
                .credentials(s3.s3().credentials())
                .fromHereByPortForward();
        var seen =
                Spark.store(broken).check(kubernetes.cluster(), "lake").first().orElseThrow();
        assertThat(seen.cause()).isEqualTo("s3-no-forward");
        assertThat(seen.what())
                .contains("does not reach port " + nobodys() + " of service broken in namespace default")
                .contains("error forwarding port " + nobodys());
    }

    @Test
    void whoIsToBringCodeToANameOfPodsIsToldTheLineBeforeAndWhenItFails() {
        var named = S3.minio(lake.endpoint().orElseThrow().toString()).credentials(lake.credentials());
        var spec = Spark.application("named")
                .s3(named)
                .codeIn(CodeStore.at("s3a://lake/code"))
                .main(ShippedJob.class);

        assertThat(spec.preflight(kubernetes.cluster()).notKnown()).anySatisfy(line -> assertThat(line)
                .contains("bucket lake", ".fromHereByPortForward() on the S3 value"));
        assertThatThrownBy(() -> spec.submitTo(kubernetes.cluster()))
                .isInstanceOf(CodeStoreException.class)
                .hasMessageContaining(".fromHereByPortForward() on the S3 value");
    }

    private static Service service(String name, int port) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withClusterIP("None")
                .addToSelector("app", "store")
                .addNewPort()
                .withPort(port)
                .withTargetPort(new IntOrString(port))
                .endPort()
                .endSpec()
                .build();
    }

    /** No program listens at the port that is for discarding. */
    private static int nobodys() {
        return 9;
    }

    private static FileSystem files(S3 store) throws IOException {
        var settings = new Configuration();
        store.hadoopPropertiesFromHere().forEach(settings::set);
        settings.set("fs.s3a.multipart.size", "5M");
        return FileSystem.newInstance(URI.create("s3a://lake/"), settings);
    }
}
