package dev.kindling.samples.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.shell.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The scripts of {@code samples/console}; they assert themselves. */
final class ConsoleScripts {
    private ConsoleScripts() {}

    static void allAreRight(String... options) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var script = Path.of("console", "shown.jsh").toAbsolutePath().toString();
        var arguments = Stream.concat(Arrays.stream(options), Stream.of(script)).toArray(String[]::new);
        var status = Main.run(print(out), print(err), arguments);
        assertThat(out.toString(StandardCharsets.UTF_8)).as("%s", err).isEqualTo("all as it should be\n");
        assertThat(status).isZero();
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
