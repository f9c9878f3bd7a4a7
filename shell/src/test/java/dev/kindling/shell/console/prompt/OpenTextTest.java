package dev.kindling.shell.console.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "col(\"a | col( | a",
                "f(\"x\", \"b/c | f(\"x\",  | b/c",
                "f('\"', \"b | f('\"',  | b",
                "f('\\'', \"b | f('\\'',  | b",
                "f(\"\\\"b | f( | \\\"b",
                "/* \" */ f(\"http://x | /* \" */ f( | http://x",
            })
    void is_what_stands_behind_the_last_open_quote(String code, String before, String begun) {
        assertThat(OpenText.at(code).orElseThrow().begun()).isEqualTo(begun);
        assertThat(OpenText.at(code).orElseThrow().before().strip()).isEqualTo(before.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f(\"x\")", "x // \"y", "/* \"", "'\"", "f(\"x\\\\\")"})
    void code_and_comments_are_none(String code) {
        assertThat(OpenText.at(code)).isEmpty();
    }
}
