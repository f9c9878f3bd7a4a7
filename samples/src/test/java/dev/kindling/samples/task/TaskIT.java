package dev.kindling.samples.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.shell.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sample as it is typed. */
@Tag("embedded")
class TaskIT {
    @Test
    void aFunctionOfTheSamplesRunsInAPod() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = Main.run(print(out), print(err), "sample", "task", "--executors", "1", "--memory", "512m");
        assertThat(status).as("%s%n%s", out, err).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("task: on embedded Kubernetes, 1 executor, 1229 primes below 10000");
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
