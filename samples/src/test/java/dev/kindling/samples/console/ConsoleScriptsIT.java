package dev.kindling.samples.console;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("embedded")
class ConsoleScriptsIT {
    @Test
    void are_right_in_this_jvm() {
        ConsoleScripts.allAreRight("--on", "local");
    }

    @Test
    void are_right_on_executors_of_the_embedded_kubernetes() {
        ConsoleScripts.allAreRight("--on", "embedded", "--memory", "512m");
    }
}
