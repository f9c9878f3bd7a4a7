package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JVM that is ended while its session starts or works leaves nothing, in the cluster or here. */
@Tag("cluster")
class ShutdownClusterIT {

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "INT, 130, " + InterruptedProgram.IN_MID_JOB,
        "TERM, 143, " + InterruptedProgram.IN_MID_JOB,
        "INT, 130, " + InterruptedProgram.IN_MID_START
    })
    void aSignalLeavesNothing(String signal, int exitCode, String moment) throws Exception {
        Path log = folder.resolve("log");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process program = start(log, temporary);
        try {
            awaitLine(program, log, moment);
            long begin = System.nanoTime();
            ThisNode.command("kill", "-" + signal, String.valueOf(program.pid()));
            assertThat(program.waitFor(60, TimeUnit.SECONDS))
                    .as("the program ends")
                    .isTrue();
            System.out.println("shutdown: " + signal + " to end " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            assertThat(program.exitValue()).isEqualTo(exitCode);
            assertThat(CLUSTER.leftovers()).isEmpty();
            try (Stream<Path> left = Files.list(temporary)) {
                assertThat(left).isEmpty();
            }
        } finally {
            program.destroyForcibly();
        }
    }

    private static Process start(Path log, Path temporary) throws IOException {
        // A build that runs in the background ignores SIGINT, and its children would inherit that.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-Xmx512m", "-Djava.io.tmpdir=" + temporary));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), InterruptedProgram.class.getName()));
        command.addAll(List.of(RealCluster.IMAGE, CLUSTER.namespace()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void awaitLine(Process program, Path log, String line) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !program.isAlive() || Files.readString(log).contains(line));
        assertThat(log).content().contains(line);
    }
}
