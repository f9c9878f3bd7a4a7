package dev.kindling.shell.console.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.Spark;
import dev.kindling.shell.console.Given;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.target.Local;
import dev.kindling.target.RunTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt at JLine's own terminal of two streams. */
@Tag("embedded")
class PromptIT {
    private static final char CTRL_D = 4;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private int read;

    @Test
    void answers_completes_stops_and_goes_on() throws Exception {
        try (var terminal = terminal()) {
            var status = CompletableFuture.supplyAsync(() -> run(terminal));
            await(">");
            type("1+1\r");
            await("$1 ==> 2");
            type("int twice(int x) {\r");
            await("...>");
            type("return 2 * x; }\r");
            await("|  created method twice(int)");
            type("twice(\"a\")\r");
            await("|  incompatible types");
            type("var ds = spark.range(50).select(col(\"id\").as(\"alpha\"))\r");
            await("ds ==> [alpha: bigint]");
            await("… only the first 5 rows");
            type("ds.select(\"al\t\").count()\r");
            await("==> 50");
            type("sc.parallelize(List.of(1, 2), 2).map(x -> { Thread.sleep(600_000); return x; }).collect()\r");
            await("0/2 tasks");
            terminal.raise(Terminal.Signal.INT);
            await("interrupted");
            type("while (true);\r");
            await("while");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                terminal.raise(Terminal.Signal.INT);
                return text().substring(read).contains("interrupted");
            });
            type("\rsc.parallelize(List.of(1, 2)).map(x -> x + 1).collect()\r");
            await("==> [2, 3]");
            type("/vars\r");
            await("Dataset<Row> ds = [alpha: bigint]");
            type("/exit 3\r");
            assertThat(status.get(60, TimeUnit.SECONDS)).isEqualTo(3);
        }
    }

    @Test
    void leaves_with_ctrl_d_and_has_started_nothing() throws Exception {
        try (var terminal = terminal()) {
            var status = CompletableFuture.supplyAsync(() -> run(terminal));
            await(">");
            type("/imports\r");
            await("import org.apache.spark.sql.*");
            await("spark>"); // what is typed before, the terminal takes for the end of a line
            type(String.valueOf(CTRL_D));
            assertThat(status.get(60, TimeUnit.SECONDS)).isZero();
        }
    }

    private int run(Terminal terminal) {
        try {
            return InteractiveConsole.run(
                    terminal,
                    new Here(),
                    Spark.session("prompt"),
                    Given.snippets(List.of()),
                    Optional.of(folder.resolve("history")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Terminal terminal() throws IOException {
        var made = TerminalBuilder.builder()
                .system(false)
                .streams(new PipedInputStream(keyboard), screen)
                .type("xterm")
                .encoding(StandardCharsets.UTF_8)
                .build();
        made.setSize(new Size(120, 40));
        return made;
    }

    private void type(String keys) throws IOException {
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Waits for a text after what was waited for before. */
    private void await(String wanted) {
        Awaitility.await("screen:\n" + text()).atMost(Duration.ofSeconds(120)).until(() -> {
            int found = text().indexOf(wanted, read);
            read = found < 0 ? read : found + wanted.length();
            return found >= 0;
        });
    }

    private String text() {
        return screen.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]", "");
    }

    private record Here() implements ConsolePlace {
        @Override
        public RunTarget open(Consumer<String> progress) {
            return Local.threads(2);
        }

        @Override
        public void close() {}
    }
}
