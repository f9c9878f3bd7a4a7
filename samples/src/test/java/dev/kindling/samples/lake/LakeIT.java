package dev.kindling.samples.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.shell.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sample as it is typed: executors are pods, the store is in this JVM. */
@Tag("embedded")
class LakeIT {
    @Test
    void writesReadsBackAndPushesDown() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = Main.run(print(out), print(err), "sample", "lake", "--executors", "1", "--memory", "512m");
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(status).as("%s%n%s", text, err).isZero();
        assertThat(text)
                .contains("100000 rows, one folder a day, committer: magic")
                .contains("PartitionFilters: [isnotnull(day")
                .contains("EqualTo(sensor,17)")
                .contains("lake: SESSION on embedded Kubernetes, 1 executor, found 667 of 100000");
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
