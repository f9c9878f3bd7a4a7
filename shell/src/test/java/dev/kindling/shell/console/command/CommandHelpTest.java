package dev.kindling.shell.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandHelpTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final CommandHelp help =
            new CommandHelp(new Feedback(new PrintStream(said, true, StandardCharsets.UTF_8), () -> 80));

    @Test
    void names_every_command_and_what_it_is_for() {
        help.run("");
        for (var name : Commands.names()) {
            assertThat(text()).containsPattern("(?m)^\\|  \\Q" + name + "\\E +\\w");
        }
    }

    @Test
    void tells_more_of_one_with_or_without_its_slash() {
        help.run("reload");
        assertThat(text()).contains("/reload [-restore] [-quiet]").doesNotContain("/list");
    }

    @Test
    void what_it_does_not_know_gets_the_list() {
        help.run("nothing");
        assertThat(text()).contains("No commands or subjects start with the provided argument: nothing", "/list");
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
