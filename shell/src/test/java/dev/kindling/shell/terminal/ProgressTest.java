package dev.kindling.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long nanos;

    @Test
    void rewrites_one_line_on_a_terminal_and_takes_it_away() {
        var progress = progress(true, 12);
        progress.step("starting executors");
        progress.update("1 of 2");
        progress.close();
        assertThat(text()).isEqualTo("\r\u001b[Kstarting ex\r\u001b[K1 of 2\r\u001b[K");
    }

    @Test
    void prints_few_plain_lines_elsewhere() {
        var progress = progress(false, 80);
        progress.step("starting");
        progress.update("too soon");
        nanos += 6_000_000_000L;
        progress.update("late enough");
        progress.close();
        assertThat(text().lines()).containsExactly("starting", "late enough");
    }

    private Progress progress(boolean terminal, int width) {
        return new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), terminal, width, () -> nanos);
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
