package dev.kindling.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final LiveLines lines =
            new LiveLines(new PrintStream(out, true, StandardCharsets.UTF_8), new Screen(80, 5));

    @Test
    void rewrites_what_it_has_drawn() {
        lines.show(List.of("a", "b"));
        lines.show(List.of("c"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001b[Ja\nb\n\u001b[2A\r\u001b[Jc\n");
    }

    @Test
    void never_scrolls() {
        lines.show(List.of("1", "2", "3", "4", "5", "6"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001b[J1\n2\n3\n… 3 more\n");
    }
}
