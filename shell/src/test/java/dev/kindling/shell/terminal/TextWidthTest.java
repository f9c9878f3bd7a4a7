package dev.kindling.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "日本語, 6", "🙂, 2", "e\u0301, 1", "'', 0"})
    void counts_columns(String text, int width) {
        assertThat(TextWidth.of(text)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"abcdef, 4, abc…", "日本語, 5, 日本…", "日本語, 4, 日…", "🙂🙂, 3, 🙂…", "abc, 3, abc"})
    void cuts_between_characters(String text, int width, String cut) {
        assertThat(TextWidth.cut(text, width)).isEqualTo(cut);
    }

    @Test
    void pads_to_columns() {
        assertThat(TextWidth.padRight("日", 4) + "|").isEqualTo("日  |");
        assertThat(TextWidth.padLeft("日", 4)).isEqualTo("  日");
        assertThat(TextWidth.padLeft("long", 2)).isEqualTo("long");
    }
}
