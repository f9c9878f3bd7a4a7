package dev.kindling.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogFileTest {
    private static final Path HOME = Path.of("/home/u");

    @Test
    void lies_in_the_state_folder() {
        assertThat(LogFile.of(name -> null, HOME)).isEqualTo(HOME.resolve(".local/state/kindling/kindling.log"));
        assertThat(LogFile.of(Map.of("XDG_STATE_HOME", "/state")::get, HOME))
                .isEqualTo(Path.of("/state/kindling/kindling.log"));
    }
}
