package dev.kindling.shell.console.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocTextTest {
    @Test
    void reads_as_text() {
        var comment =
                """
                 Returns {@code true} if <b>this</b> is a
                 {@link java.util.List list} &amp; empty.

                 <p>Or else {@link #size()}.
                 <ul>
                 <li>first
                 <li>second
                 </ul>
                 @param key what to
                   look for
                 @return whether
                 @throws IOException if not
                """;
        assertThat(JavadocText.lines(comment, 80))
                .containsExactly(
                        "Returns true if this is a list & empty.",
                        "Or else size().",
                        "- first",
                        "- second",
                        "  key: what to look for",
                        "  returns: whether",
                        "  throws IOException: if not");
    }

    @Test
    void long_lines_are_wrapped_and_words_without_end_are_cut() {
        assertThat(JavadocText.lines("one two three four", 10)).containsExactly("one two", "    three", "    four");
        assertThat(JavadocText.lines("x".repeat(25), 10))
                .allMatch(line -> line.length() <= 10)
                .hasSizeGreaterThan(2);
    }
}
