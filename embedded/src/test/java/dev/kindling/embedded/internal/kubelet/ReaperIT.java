package dev.kindling.embedded.internal.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A JVM that is ended by SIGKILL can do nothing any more: its pods end and its folder goes all the same. */
@Tag("embedded")
class ReaperIT {

    @Test
    void noProcessOutlivesAKilledJvm() throws IOException {
        Process jvm = start();
        var pids = new ArrayList<Long>();
        Path state;
        try (BufferedReader output = jvm.inputReader()) {
            state = Path.of(value(output, "state"));
            for (int pod = 0; pod < 3; pod++) {
                pids.add(Long.parseLong(value(output, "pid")));
            }
            assertThat(pids).allMatch(ReaperIT::runs);

            jvm.destroyForcibly();

            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> pids.stream()
                    .noneMatch(ReaperIT::runs));
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !Files.exists(state));
            assertThat(Path.of(state + ".dead"))
                    .satisfies(dead ->
                            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !Files.exists(dead)));
        } finally {
            jvm.destroyForcibly();
        }
    }

    /** Lines of a log and of progress may stand between. */
    private static String value(BufferedReader output, String name) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(name + "=")) {
                return line.substring(name.length() + 1);
            }
        }
        throw new IOException("the JVM ended before it said its " + name);
    }

    private static Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java, "-cp", System.getProperty("java.class.path"), KubeletOfAKilledJvm.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A zombie that nobody collects does nothing any more. */
    static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command().filter(command -> handle.isAlive()))
                .isPresent();
    }
}
