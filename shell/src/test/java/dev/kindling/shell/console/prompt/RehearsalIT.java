package dev.kindling.shell.console.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.Spark;
import dev.kindling.shell.console.Given;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.target.Local;
import dev.kindling.target.RunTarget;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the launcher has the JVM note: all of it is run. */
@Tag("embedded")
class RehearsalIT {
    @Test
    void plays_to_its_end() throws Exception {
        var screen = new ByteArrayOutputStream();

        var status = Rehearsal.run(new Here(), Spark.session("rehearsal"), Given.snippets(List.of()), screen);

        assertThat(status).isZero();
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("==> 42", "created record Point", "[2, 4]", "==> 1000", "[id: bigint]", "int $1 = 42");
    }

    private record Here() implements ConsolePlace {
        @Override
        public RunTarget open(Consumer<String> progress) {
            return Local.threads(1);
        }

        @Override
        public void close() {}
    }
}
