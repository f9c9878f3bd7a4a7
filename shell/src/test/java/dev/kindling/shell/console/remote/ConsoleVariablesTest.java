package dev.kindling.shell.console.remote;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConsoleVariablesTest {
    @Test
    void a_variable_that_was_not_sent_is_named_and_never_guessed() {
        assertThatThrownBy(() -> ConsoleVariables.getI("REPL/$JShell$1.limit"))
                .isInstanceOf(ConsoleVariableException.class)
                .hasMessageStartingWith("console variable 'limit' was not sent");
        assertThatThrownBy(() -> ConsoleVariables.get("REPL/$JShell$1.name"))
                .hasMessageStartingWith("console variable 'name' was not sent");
    }

    @Test
    void an_assignment_is_refused_with_what_to_write_instead() {
        assertThatThrownBy(() -> ConsoleVariables.refuseAssignment("REPL/$JShell$1.i"))
                .hasMessageContaining("console variable 'i' can't be assigned")
                .hasMessageContaining("use an accumulator");
    }
}
