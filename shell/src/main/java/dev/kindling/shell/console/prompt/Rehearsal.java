package dev.kindling.shell.console.prompt;

import dev.kindling.SessionSpec;
import dev.kindling.shell.console.Given;
import dev.kindling.shell.console.session.ConsolePlace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;

/**
 * A short session that nobody types and nobody sees, so that the JVM can note the classes that a prompt and Spark's first
 * job need: the launcher has it make an archive of them (AppCDS).
 */
public final class Rehearsal {
    private static final List<String> TYPED = List.of(
            "40 + 2",
            "int twice(int x) { return 2 * x; }",
            "record Point(int x, int y) {}",
            "List.of(1, 2).stream().map(each -> twice(each)).toList()",
            "\"text\".sub\t\u0001\u000b",
            "twice(\"no number\")",
            "spark.range(40 * 25).map((MapFunction<Long, Integer>) x -> twice(x.intValue()), Encoders.INT()).count()",
            "spark.range(3)",
            "/vars",
            "/list",
            "/exit");

    private static final Size SIZE = new Size(120, 40);

    private Rehearsal() {}

    /** Types all of it at a terminal of two streams; {@code screen} gets what a user would see. */
    public static int run(ConsolePlace place, SessionSpec spec, Given given, OutputStream screen) throws IOException {
        try (var keyboard = new PipedOutputStream(); // open to the end: a terminal whose keys have ended reads no more
                var keys = new PipedInputStream(keyboard);
                var terminal = TerminalBuilder.builder()
                        .system(false)
                        .streams(keys, screen)
                        .type("xterm")
                        .encoding(StandardCharsets.UTF_8)
                        .build()) {
            terminal.setSize(SIZE);
            keyboard.write((String.join("\r", TYPED) + "\r").getBytes(StandardCharsets.UTF_8));
            return InteractiveConsole.run(terminal, place, spec, given, Optional.empty());
        }
    }
}
