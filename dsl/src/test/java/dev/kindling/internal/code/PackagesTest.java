package dev.kindling.internal.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.internal.plan.WorkloadPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coordinates of a repository of this test's, asked over http as any other. */
class PackagesTest {
    @TempDir
    Path folder;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> downloads = new CopyOnWriteArrayList<>();
    private HttpServer repository;

    @BeforeEach
    void start() throws IOException {
        repository = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        repository.createContext("/", exchange -> {
            var file = files.get(exchange.getRequestURI().getPath());
            var isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null || isHead ? -1 : file.length);
            if (file != null && !isHead) {
                downloads.add(exchange.getRequestURI().getPath());
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        repository.start();
        add("org.example", "csv", "1.4", "org.example:io:2.0", "com.fasterxml.jackson.core:jackson-core:2.15.2");
        add("org.example", "io", "2.0");
        add("com.fasterxml.jackson.core", "jackson-core", "2.15.2");
    }

    @AfterEach
    void stop() {
        repository.stop(0);
    }

    @Test
    void whatIsNeededComesAlongOnceWithoutWhatTheImageHas() {
        var found = resolve("org.example:csv:1.4");
        assertThat(found.jars())
                .extracting(jar -> Path.of(jar).getFileName().toString())
                .containsExactlyInAnyOrder("org.example_csv-1.4.jar", "org.example_io-2.0.jar");
        assertThat(found.jars())
                .allSatisfy(jar -> assertThat(Path.of(jar)).content().startsWith("jar of "));
        assertThat(found.leftOut()).containsExactly("jackson-core-2.15.2.jar");
        assertThat(downloads).contains("/org/example/io/2.0/io-2.0.jar.sha1");
        downloads.clear();
        assertThat(resolve("org.example:csv:1.4")).isEqualTo(found);
        assertThat(downloads).isEmpty();
    }

    @Test
    void whatIsAskedForComesAlongThoughTheImageHasAnother() {
        assertThat(resolve("com.fasterxml.jackson.core:jackson-core:2.15.2").jars())
                .hasSize(1);
    }

    @Test
    void aJarThatIsNotWhatItsRepositorySaysIsRefusedAlsoTheNextTime() {
        files.put("/org/example/io/2.0/io-2.0.jar.sha1", "0".repeat(40).getBytes(StandardCharsets.UTF_8));
        for (int time = 1; time <= 2; time++) {
            assertThatThrownBy(() -> resolve("org.example:csv:1.4"))
                    .isInstanceOf(CodeStoreException.class)
                    .hasMessageContaining("resolve .packages(\"org.example:csv:1.4\")")
                    .hasMessageContaining("io.jar: invalid sha1: expected=" + "0".repeat(40))
                    .hasMessageContaining("damaged on the way, or replaced");
        }
    }

    @Test
    void aDescriptionThatIsNotWhatItsRepositorySaysIsRefused() {
        files.put("/org/example/csv/1.4/csv-1.4.pom.sha1", "0".repeat(40).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> resolve("org.example:csv:1.4"))
                .hasMessageContaining("csv-1.4.pom: invalid sha1: expected=" + "0".repeat(40));
    }

    @Test
    void md5ComparesWhereThereIsNoSha1() {
        files.remove("/org/example/io/2.0/io-2.0.jar.sha1");
        files.put("/org/example/io/2.0/io-2.0.jar.md5", "0".repeat(32).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> resolve("org.example:csv:1.4")).hasMessageContaining("invalid md5");
    }

    @Test
    void whatNobodyHasIsTold() {
        assertThatThrownBy(() -> resolve("org.example:csv:9"))
                .isInstanceOf(CodeStoreException.class)
                .hasMessageContaining("there is no org.example:csv:9 in http://127.0.0.1:")
                .hasMessageContaining("/org/example/csv/9/csv-9.pom")
                .hasMessageContaining(".conf(\"spark.jars.repositories\"");
        files.remove("/org/example/io/2.0/io-2.0.jar");
        assertThatThrownBy(() -> resolve("org.example:csv:1.4"))
                .hasMessageContaining("there is no org.example:io:2.0 in http://127.0.0.1:");
    }

    @Test
    void aRepositoryThatCannotBeReachedIsTold() {
        repository.stop(0);
        assertThatThrownBy(() -> resolve("org.example:csv:1.4"))
                .isInstanceOf(CodeStoreException.class)
                .hasMessageContaining("Connection refused")
                .hasMessageContaining("cannot be reached from this machine")
                .hasMessageContaining("-Dhttps.proxyHost=..");
    }

    private Packages resolve(String coordinates) {
        try {
            var settings = Files.writeString(
                    folder.resolve("ivysettings.xml"),
                    """
                    <ivysettings>
                      <settings defaultResolver="own"/>
                      <resolvers><ibiblio name="own" m2compatible="true" root="http://127.0.0.1:%d/"/></resolvers>
                    </ivysettings>
                    """
                            .formatted(repository.getAddress().getPort()));
            var plan = WorkloadPlan.named("csv")
                    .packages(coordinates)
                    .conf("spark.jars.ivySettings", settings.toString())
                    .conf("spark.jars.ivy", folder.resolve("ivy").toString());
            return Packages.resolve(plan, ImageJars.ofSpark("4.1.1"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String group, String artifact, String version, String... needed) {
        var needs = new StringBuilder();
        for (var coordinates : needed) {
            var parts = coordinates.split(":");
            needs.append("<dependency>" + named(parts[0], parts[1], parts[2]) + "</dependency>");
        }
        var pom = "<project><modelVersion>4.0.0</modelVersion>" + named(group, artifact, version) + "<dependencies>"
                + needs + "</dependencies></project>";
        var base = "/" + group.replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact + "-" + version;
        put(base + ".pom", pom);
        put(base + ".jar", "jar of " + artifact);
    }

    private static String named(String group, String artifact, String version) {
        return "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
                .formatted(group, artifact, version);
    }

    private void put(String path, String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            files.put(path, bytes);
            var sum = MessageDigest.getInstance("SHA-1").digest(bytes);
            files.put(path + ".sha1", HexFormat.of().formatHex(sum).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
