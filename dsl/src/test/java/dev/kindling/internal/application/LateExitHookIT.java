package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ctrl-C between the create's answer and {@code deleteOnExit()} left the application behind. */
@Tag("embedded")
class LateExitHookIT {
    private static final int LIMIT_SECONDS = 60;

    /** Runs in the child: asks while the JVM is ending. */
    public static void main(String[] args) {
        var hook = new ExitHook("late", () -> System.out.println("deleted"));
        Runtime.getRuntime().addShutdownHook(new Thread(hook::add));
    }

    @Test
    void deletes_at_once() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), LateExitHookIT.class.getName())
                .redirectErrorStream(true)
                .start();
        var output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("deleted");
    }
}
