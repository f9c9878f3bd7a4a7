package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.kindling.Spark;
import dev.kindling.diagnosis.Finding;
import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.preflight.BucketCheck;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The object store in this JVM, through Hadoop's connector and the lean AWS SDK beside it. */
@Tag("embedded")
class EmbeddedS3IT {
    private static EmbeddedS3 store;

    @BeforeAll
    static void start() {
        store = EmbeddedS3.start().bucket("lake");
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void filesAreWrittenInPartsReadRenamedAndDeleted() throws IOException {
        var large = new byte[12_000_000];
        try (var files = files(store.s3())) {
            try (var out = files.create(new Path("/a/large"))) {
                out.write(large);
            }
            try (var out = files.create(new Path("/a/small"))) {
                out.write("hello".getBytes(StandardCharsets.UTF_8));
            }
            files.rename(new Path("/a"), new Path("/b"));
            assertThat(files.getFileStatus(new Path("/b/large")).getLen()).isEqualTo(large.length);
            try (var in = files.open(new Path("/b/small"))) {
                assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
            }
            files.delete(new Path("/b"), true);
            assertThat(files.exists(new Path("/b/large"))).isFalse();
        }
    }

    @Test
    void keysAreNeeded() throws IOException, InterruptedException {
        var list = HttpRequest.newBuilder(store.endpoint().resolve("/lake?list-type=2"));
        assertThat(HttpClient.newHttpClient()
                        .send(list.build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        var guessed = store.s3().credentials(S3Credentials.keys("somebody", "guesses"));
        try (var files = files(guessed)) {
            assertThatThrownBy(() -> files.listStatus(new Path("/"))).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void severalRunAndLeaveNothingBehind() {
        var other = EmbeddedS3.start().bucket("lake");
        assertThat(other.endpoint()).isNotEqualTo(store.endpoint());
        assertThat(other.s3().toString())
                .contains("redacted")
                .doesNotContain(keys(other).secretKey());
        other.close();
        other.close();
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(other.endpoint()).build(), BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aBucketThatCanBeUsedIsHealthyAndStaysAsItWas() throws IOException {
        assertThat(Spark.store(store.s3()).check("lake").findings()).isEmpty();
        try (var files = files(store.s3())) {
            assertThat(files.listStatus(new Path("/"))).isEmpty();
        }
    }

    @Test
    void whatIsWrongIsTold() throws IOException {
        var port = store.endpoint().getPort();
        var lake = store.s3();
        assertThat(cause(lake.credentials(S3Credentials.keys("somebody", "guesses"))))
                .isEqualTo("s3-wrong-key");
        assertThat(cause(lake.credentials(S3Credentials.keys(keys(store).accessKey(), "guesses"))))
                .isEqualTo("s3-wrong-secret");
        assertThat(cause(at(lake, "https://127.0.0.1:" + port))).isEqualTo("s3-no-tls");
        assertThat(cause(at(lake, "http://no-such-host.invalid:9000"))).isEqualTo("host-unknown");
        assertThat(cause(at(lake, "http://127.0.0.1:" + portOfNobody()))).isEqualTo("s3-unreachable");
        var missing = Spark.store(lake).check("elsewhere").first().orElseThrow();
        assertThat(missing.cause()).isEqualTo("s3-no-bucket");
        assertThat(missing.change().code()).startsWith("aws s3 mb s3://elsewhere --endpoint-url http://");
    }

    @Test
    void preflightListsTheBucketsOfTheSpecAndWritesNothing() throws IOException {
        var lake = store.s3();
        assertThat(preflight(lake.bucket("lake", lake))).isEqualTo("checked [bucket lake]");
        assertThat(preflight(lake.bucket("lake", lake.credentials(S3Credentials.keys("somebody", "guesses")))))
                .isEqualTo("certain s3-wrong-key");
        assertThat(preflight(lake.bucket("elsewhere", lake))).isEqualTo("certain s3-no-bucket");
        assertThat(preflight(lake.bucket("lake", at(lake, "http://127.0.0.1:" + portOfNobody()))))
                .isEqualTo("probable s3-unreachable");
        try (var files = files(lake)) {
            assertThat(files.listStatus(new Path("/"))).isEmpty();
        }
    }

    private static String preflight(S3 lake) {
        var answer = BucketCheck.all(WorkloadPlan.named("words").s3(lake), KubernetesCluster.current())
                .get(0)
                .ask();
        return answer.findings().stream()
                .map(problem -> problem.account())
                .map(found -> (found.isCertain() ? "certain " : "probable ") + found.cause())
                .findFirst()
                .orElse("checked " + answer.checked());
    }

    /** As MinIO and other servers written in Go do. */
    @Test
    void httpToAServerThatSpeaksHttpsIsTold() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var text = "Client sent an HTTP request to an HTTPS server.\n".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(400, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        try {
            assertThat(cause(at(
                            store.s3(),
                            "http://127.0.0.1:" + server.getAddress().getPort())))
                    .isEqualTo("s3-needs-tls");
        } finally {
            server.stop(0);
        }
    }

    private static int portOfNobody() throws IOException {
        try (var taken = new ServerSocket(0)) {
            return taken.getLocalPort();
        }
    }

    private static S3 at(S3 store, String endpoint) {
        return S3.minio(endpoint).credentials(store.credentials());
    }

    private static String cause(S3 wrong) {
        var found = Spark.store(wrong).check("lake");
        assertThat(found.toString())
                .doesNotContain(keys(store).secretKey(), keys(store).accessKey());
        return found.first().map(Finding::cause).orElse("healthy");
    }

    private static S3Credentials.Keys keys(EmbeddedS3 store) {
        return (S3Credentials.Keys) store.s3().credentials();
    }

    private static FileSystem files(S3 store) throws IOException {
        var settings = new Configuration();
        store.hadoopPropertiesFromHere().forEach(settings::set);
        settings.set("fs.s3a.multipart.size", "5M");
        return FileSystem.newInstance(URI.create("s3a://lake/"), settings);
    }
}
