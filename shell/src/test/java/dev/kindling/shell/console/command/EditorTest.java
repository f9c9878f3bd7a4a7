package dev.kindling.shell.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditorTest {
    @ParameterizedTest
    @ValueSource(strings = {"-default", "emacs -nw", "-wait code"})
    void is_read_as_it_is_written(String text) {
        assertThat(Editor.parse(text)).hasToString(text);
    }

    @Test
    void a_program_may_have_arguments_and_may_have_to_be_waited_for() {
        assertThat(Editor.parse("-wait code -n")).isEqualTo(new Editor(List.of("code", "-n"), true));
        assertThat(Editor.parse("-default").program()).isEmpty();
    }

    @Test
    void the_environment_names_one_in_jshells_order() {
        assertThat(Editor.ofEnvironment(Map.of("EDITOR", "vi", "VISUAL", "gvim -f")::get))
                .hasToString("gvim -f");
        assertThat(Editor.ofEnvironment(Map.of("EDITOR", "vi", "JSHELLEDITOR", "nano")::get))
                .hasToString("nano");
        assertThat(Editor.ofEnvironment(Map.of("EDITOR", " ")::get)).isEqualTo(Editor.BUILT_IN);
    }
}
