package dev.kindling.shell.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextOptionsTest {
    private final List<String> said = new ArrayList<>();

    @Test
    void reads_jars_and_what_reload_may_do(@TempDir Path folder) {
        var path = folder + ":" + folder;
        assertThat(ContextOptions.of("/reload", "-restore -q -class-path " + path, said::add))
                .contains(new ContextOptions(List.of(folder.toString(), folder.toString()), true, true));
        assertThat(ContextOptions.of("/env", "", said::add)).contains(new ContextOptions(List.of(), false, false));
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/env | --class-path /no/such.jar | File '/no/such.jar' for '--class-path' is not found.",
                "/env | -class-path | Argument to class-path missing.",
                "/env | -restore | Unknown option: restore",
                "/reset | there | Unexpected arguments at end of command: [there] -- there",
                "/env | --module-path x | --module-path cannot change here: ",
                "/reload | -add-exports a/b | -add-exports cannot change here: ",
            })
    void refuses_what_cannot_be(String command, String argument, String why) {
        assertThat(ContextOptions.of(command, argument, said::add)).isEmpty();
        assertThat(said).singleElement().asString().startsWith(why);
    }
}
