package dev.kindling.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private final Table table = Table.of("NAME", "STATE", "MESSAGE")
            .row("nightly", "RUNNING", "")
            .row("a-rather-long-name-of-a-thing", "FAILED", "driver container failed with ExitCode: 1, Reason: Error");

    @Test
    void aligns_columns_without_blanks_at_line_ends() {
        assertThat(table.lines(200))
                .containsExactly(
                        "NAME                           STATE    MESSAGE",
                        "nightly                        RUNNING",
                        "a-rather-long-name-of-a-thing  FAILED   driver container failed with ExitCode: 1, Reason: Error");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 90})
    void cuts_the_widest_columns(int width) {
        assertThat(table.lines(width))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        assertThat(table.lines(width).get(2)).contains("…").contains("FAILED");
    }

    @Test
    void a_cell_is_one_line_without_escapes() {
        assertThat(Table.of("A").row("x\n\u001b[31my\t").lines(80)).containsExactly("A", "x [31my");
    }

    @Test
    void aligns_numbers_at_their_right_and_wide_characters_by_their_columns() {
        var table = Table.of("city", "n").ruled().rightAligned(1).row("東京", "7").row("Rome", "1000");
        assertThat(table.lines(80)).containsExactly("city     n", "────  ────", "東京     7", "Rome  1000");
    }
}
