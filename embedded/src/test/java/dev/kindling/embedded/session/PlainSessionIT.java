package dev.kindling.embedded.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.EmbeddedOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.spark.sql.Encoders;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("embedded")
class PlainSessionIT {

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLeft() {
        Awaitility.await("no child process is left")
                .atMost(Duration.ofSeconds(10))
                .until(() -> ProcessHandle.current().descendants().noneMatch(ProcessHandle::isAlive));
    }

    @ParameterizedTest(name = "single address: {0}")
    @ValueSource(booleans = {false, true})
    void twoExecutorsWorkAndAreReplacedWhenTheyAreLost(boolean singleAddress) throws Exception {
        try (var kubernetes = start(singleAddress);
                var session = PlainSession.on(kubernetes, folder, Map.of("spark.executor.instances", "2"))) {
            session.awaitExecutors(2);

            var ids = ExecutorJob.executorIds(
                            session.spark().range(100).repartition(8).as(Encoders.LONG()))
                    .distinct()
                    .collectAsList();

            assertThat(ids).containsExactlyInAnyOrder("1", "2");
            session.learnProcesses();
            losesAnExecutor(session, session::kill);
            session.awaitExecutors(2);
            losesAnExecutor(session, session::delete);
        }
    }

    @ParameterizedTest(name = "single address: {0}")
    @ValueSource(booleans = {false, true})
    void executorsComeAndGoWithTheWork(boolean singleAddress) throws IOException {
        var dynamic = Map.of(
                "spark.dynamicAllocation.enabled", "true",
                "spark.dynamicAllocation.shuffleTracking.enabled", "true",
                // Else an executor stays until the driver happens to collect the garbage that names its shuffle.
                "spark.dynamicAllocation.shuffleTracking.timeout", "2s",
                "spark.dynamicAllocation.minExecutors", "0",
                "spark.dynamicAllocation.maxExecutors", "2",
                "spark.dynamicAllocation.executorIdleTimeout", "2s");
        try (var kubernetes = start(singleAddress);
                var session = PlainSession.on(kubernetes, folder, dynamic)) {
            assertThat(session.spark().range(1_000).count()).isEqualTo(1_000);

            Awaitility.await("no executor is left")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> session.executorPods().isEmpty());

            assertThat(session.spark().range(2_000).count()).isEqualTo(2_000);
        }
    }

    private void losesAnExecutor(PlainSession session, Consumer<String> loss) throws IOException {
        Path marker = folder.resolve("begun");
        Files.deleteIfExists(marker);
        var rows = session.spark().range(0, 20, 1, 20).as(Encoders.LONG());
        var job = CompletableFuture.supplyAsync(
                () -> ExecutorJob.slowly(rows, 200, marker.toString()).collectAsList());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(marker));

        loss.accept(session.executorPods().get(0));

        List<Long> result = job.join();
        assertThat(result).hasSize(20).doesNotHaveDuplicates();
    }

    private EmbeddedKubernetes start(boolean singleAddress) {
        return EmbeddedKubernetes.start(EmbeddedOptions.defaults().singleAddress(singleAddress));
    }
}
