package dev.kindling.embedded.internal.api;

import static dev.kindling.embedded.internal.store.Objects.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kindling.embedded.internal.store.ResourceTypes;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("embedded")
@Timeout(60)
class LogIT {
    @TempDir
    private Path folder;

    private ApiFixture api;
    private GrowingLog log;

    @BeforeEach
    void start() throws IOException {
        api = new ApiFixture();
        log = new GrowingLog(Files.createFile(folder.resolve("log")));
        api.plane().serveLogsOf((namespace, pod, container) -> pod.equals("p") ? Optional.of(log) : Optional.empty());
        api.store().create(ResourceTypes.PODS, pod("p"));
        api.store().create(ResourceTypes.PODS, pod("waiting"));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aLogIsReadAsAWholeOrInPart() {
        log.write("2026-01-01T00:00:00.5Z stdout F one", "2026-01-01T00:00:01Z stderr F two words");
        log.end();
        assertThat(resource("p").getLog()).isEqualTo("one\ntwo words\n");
        assertThat(resource("p").tailingLines(1).getLog()).isEqualTo("two words\n");
        assertThat(resource("p").usingTimestamps().tailingLines(1).getLog())
                .isEqualTo("2026-01-01T00:00:01Z two words\n");
        assertThat(resource("p").sinceTime("2026-01-01T00:00:01Z").getLog()).isEqualTo("two words\n");
        assertThat(resource("p").limitBytes(5).getLog()).isEqualTo("one\nt");
        assertThat(resource("p").inContainer("main").getLog()).startsWith("one");
    }

    @Test
    void aFollowerGetsLinesAsTheyComeAndTheEnd() throws Exception {
        String path = "/api/v1/namespaces/default/pods/p/log?follow=true";
        try (WatchLines lines = WatchLines.open(api.plane(), path, "")) {
            log.write("2026-01-01T00:00:00Z stdout F one");
            assertThat(lines.line()).isEqualTo("one");
            log.write("2026-01-01T00:00:00Z stdout F two");
            assertThat(lines.line()).isEqualTo("two");
            log.end();
            assertThat(lines.line()).isEqualTo("END");
        }
        // The server has its own view of when a stream is over.
        await().until(log.followers::isEmpty);
    }

    @Test
    void largeLogsComeWhole() {
        StringBuilder line = new StringBuilder("2026-01-01T00:00:00Z stdout F ");
        line.append("x".repeat(100_000));
        for (int i = 0; i < 30; i++) {
            log.write(line.toString());
        }
        log.end();
        assertThat(resource("p").getLog()).hasSize(30 * 100_001);
    }

    @Test
    void whatCannotBeReadIsExplained() {
        assertThatThrownBy(() -> resource("waiting").getLog())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("container \"main\" in pod \"waiting\" is waiting to start");
        assertThatThrownBy(() -> resource("p").inContainer("other").getLog())
                .hasMessageContaining("container other is not valid for pod p");
        assertThatThrownBy(() -> resource("p").terminated().getLog())
                .hasMessageContaining("previous terminated container \"main\" in pod \"p\" not found");
        assertThatThrownBy(() -> resource("missing").getLog()).hasMessageContaining("pods \"missing\" not found");
    }

    private PodResource resource(String name) {
        return api.client().pods().inNamespace("default").withName(name);
    }

    /** A container's log as the kubelet writes it. */
    private static final class GrowingLog implements PodLogs.ContainerLog {
        private final Path file;
        private final List<Runnable> followers = new CopyOnWriteArrayList<>();
        private volatile boolean complete;

        GrowingLog(Path file) {
            this.file = file;
        }

        void write(String... lines) {
            try {
                Files.write(file, List.of(lines), StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            followers.forEach(Runnable::run);
        }

        void end() {
            complete = true;
            followers.forEach(Runnable::run);
        }

        @Override
        public Path file() {
            return file;
        }

        @Override
        public boolean complete() {
            return complete;
        }

        @Override
        public PodLogs.Subscription onGrowth(Runnable callback) {
            followers.add(callback);
            return () -> followers.remove(callback);
        }
    }
}
