package dev.kindling.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindling.Spark;
import dev.kindling.diagnosis.KindlingException;
import dev.kindling.run.RunningSession;
import dev.kindling.target.Local;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What depends on how the JVM itself was started. */
@Tag("embedded")
class ChildJvmIT {

    private static final int LIMIT_SECONDS = 60;

    /** Runs in the child. */
    public static void main(String[] args) {
        try (RunningSession session = Spark.session("child").startOn(Local.threads(1))) {
            System.out.println("count " + session.spark().range(7).count());
        } catch (KindlingException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    @Test
    void aJvmWithoutSparksOptionsIsToldTheLine() throws Exception {
        assertThat(output(List.of(), List.of()))
                .contains("MissingJvmOptionsException")
                .contains("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
    }

    @Test
    void aHostNameThatDoesNotResolveDoesNoHarm() throws Exception {
        assumeTrue(canChangeHostName(), "needs the right to a host name of one's own (unshare --uts)");
        List<String> renamed = List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--uts",
                "sh",
                "-c",
                "hostname no-such-host.invalid && exec \"$@\"",
                "sh");
        assertThat(output(renamed, List.of(JavaModuleOptions.defaultModuleOptionArray())))
                .contains("count 7");
    }

    private static boolean canChangeHostName() throws Exception {
        try {
            Process probe = new ProcessBuilder(
                            "unshare", "--user", "--map-root-user", "--uts", "hostname", "probe.invalid")
                    .start();
            return probe.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String output(List<String> around, List<String> options) throws Exception {
        List<String> command = new ArrayList<>(around);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildJvmIT.class.getName()));
        File log = Files.createTempFile("kindling-child-", ".log").toFile();
        try {
            Process child = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            assertThat(child.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("the child ends")
                    .isTrue();
            return Files.readString(log.toPath(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(log.toPath());
        }
    }
}
