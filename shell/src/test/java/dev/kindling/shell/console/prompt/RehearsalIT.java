package dev.kindling.shell.console.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.Spark;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.target.RunTarget;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the launcher has the JVM note: all of it is run, and no session is started. */
@Tag("embedded")
class RehearsalIT {
    @Test
    void plays_to_its_end_without_spark() throws Exception {
        var screen = new ByteArrayOutputStream();

        var status = Rehearsal.run(new Nowhere(), Spark.session("rehearsal"), List.of(), screen);

        assertThat(status).isZero();
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("==> 42", "created record Point", "[2, 4]", "int $1 = 42");
    }

    private record Nowhere() implements ConsolePlace {
        @Override
        public RunTarget open(Consumer<String> progress) {
            throw new AssertionError("a rehearsal starts no session");
        }

        @Override
        public void close() {}
    }
}
