package dev.kindling.embedded.internal.kubelet.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.kubelet.process.Reaper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.spark.launcher.JavaModuleOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM says nothing when it cannot use an archive: only counting shows it. */
@Tag("embedded")
class SharedArchiveIT {

    private final List<Path> jars = SparkJars.ofThisJvm();

    @Test
    void anExecutorTakesItsClassesFromTheArchive(@TempDir Path folder) throws Exception {
        var said = new CopyOnWriteArrayList<String>();
        Path state = folder.resolve("state");
        var reaper = Reaper.over(state);
        var shared = new SharedArchive(folder, new ArchiveTraining(state.resolve("training"), reaper), said::add);

        var first = shared.of(jars);
        var atTheSameTime =
                new SharedArchive(folder, new ArchiveTraining(state.resolve("other"), reaper), said::add).of(jars);

        Path archive = first.get(120, TimeUnit.SECONDS).orElseThrow(() -> new AssertionError(said));
        assertThat(atTheSameTime.get(120, TimeUnit.SECONDS)).contains(archive);
        assertThat(state.resolve("training")).doesNotExist();

        assertThat(sharedClasses(folder, archive)).isGreaterThan(2_000);
        assertThat(said).hasSize(2);
        assertThat(shared.of(jars))
                .isCompletedWithValueMatching(again -> again.orElseThrow().equals(archive));
        assertThat(said).as("nothing is made twice").hasSize(2);
        close(reaper, state);
    }

    @Test
    void aTrainingThatIsStoppedLeavesNothing(@TempDir Path folder) throws Exception {
        Path state = folder.resolve("state");
        var reaper = Reaper.over(state);
        var shared = new SharedArchive(folder, new ArchiveTraining(state.resolve("training"), reaper), said -> {});
        var made = shared.of(jars);
        Awaitility.await().until(() -> Files.exists(state.resolve("training/log")));

        shared.stop();

        assertThat(made).isCompletedWithValue(Optional.empty());
        assertThat(state.resolve("training")).doesNotExist();
        assertThat(state.resolve("pids")).isEmptyDirectory();
        close(reaper, state);
    }

    /** The reaper is a process of its own and works on after it was let go; the test's folder is removed next. */
    private static void close(Reaper reaper, Path state) {
        reaper.close();
        Awaitility.await("the reaper has removed its folder")
                .until(() -> Files.notExists(state) && Files.notExists(state.resolveSibling("state.dead")));
    }

    /** An executor that finds no driver loads most of what one that finds it does. */
    private long sharedClasses(Path folder, Path archive) throws IOException, InterruptedException {
        Path conf = Files.createDirectory(folder.resolve("conf"));
        Path loaded = folder.resolve("loaded");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=" + loaded));
        command.addAll(List.of("-cp", classPath(conf)));
        command.add("org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend");
        command.addAll(List.of("--driver-url", "spark://CoarseGrainedScheduler@127.0.0.1:9", "--executor-id", "1"));
        command.addAll(List.of("--cores", "1", "--app-id", "none", "--hostname", "127.0.0.1"));
        command.addAll(List.of("--resourceProfileId", "0", "--podName", "none"));
        Process executor = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(executor.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            executor.destroyForcibly();
        }
        try (var lines = Files.lines(loaded)) {
            return lines.filter(line -> line.contains("shared objects file (top)"))
                    .count();
        }
    }

    private String classPath(Path conf) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator, "", File.pathSeparator))
                + conf;
    }
}
