package dev.kindling.shell.console.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.Spark;
import dev.kindling.shell.console.Given;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.target.RunTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same lines typed into the JDK's own jshell and into the console are answered with the same words. */
@Tag("embedded")
class LikeJshellIT {
    private static final String PROMPT = "spark> ";

    /** What the console imports beside jshell's. */
    private static final String MORE_IMPORTS =
            "(?m)^\\|    import (static )?(org.apache.spark|dev.kindling|java.util.Optional|java.util.function.\\w*Function\\b).*\n";

    private static final int STATUS = 3;

    @TempDir
    Path folder;

    @Test
    void commands_answer_as_those_of_jshell() throws Exception {
        var ours = folder.resolve("ours.jsh");
        var theirs = folder.resolve("theirs.jsh");
        var script = Files.readString(Path.of("src/test/resources/like-jshell.txt"));
        Files.writeString(
                folder.resolve("opened.jsh"), "int opened = 9;\nopened + 1\nSystem.out.println(\"printed\");\n");

        var expected = jshell(script.replace("FILE", theirs.toString()));
        var actual = console(script.replace("FILE", ours.toString()));

        assertThat(actual.replace(PROMPT, "").replaceAll(MORE_IMPORTS, "").replace(ours.toString(), "FILE"))
                .isEqualTo(expected.replace("jshell> ", "").replace(theirs.toString(), "FILE"));
        assertThat(ours).hasSameTextualContentAs(theirs);
        for (var saved : List.of(".two", ".named", ".all", ".history")) {
            assertThat(saved(ours, saved)).as(saved).isNotEmpty().isEqualTo(saved(theirs, saved));
        }
        for (var refused : List.of(".unknown", ".option")) {
            assertThat(Files.exists(Path.of(ours + refused)))
                    .as(refused)
                    .isEqualTo(Files.exists(Path.of(theirs + refused)));
        }
    }

    /** Without imports, of which the console has more. */
    private static List<String> saved(Path file, String ending) throws IOException {
        return Files.readAllLines(Path.of(file + ending)).stream()
                .filter(line -> !line.startsWith("import "))
                .map(line -> line.replace(file.toString(), "FILE"))
                .toList();
    }

    private String jshell(String typed) throws Exception {
        var screen = new ByteArrayOutputStream();
        var print = new PrintStream(screen, true, StandardCharsets.UTF_8);
        var keys =
                new ByteArrayInputStream(bytes(typed.replace("OPENED", opened()).replace("FOLDER", folder.toString())));
        var status = JavaShellToolBuilder.builder()
                .in(keys, null)
                .out(print, print, print)
                .err(print)
                .persistence(new HashMap<>())
                .start("--feedback", "normal");
        assertThat(status).isEqualTo(STATUS);
        return answers(screen);
    }

    private String console(String typed) throws Exception {
        var screen = new ByteArrayOutputStream();
        try (var keyboard = new PipedOutputStream();
                var keys = new PipedInputStream(keyboard, 1 << 16);
                var terminal = TerminalBuilder.builder()
                        .system(false)
                        .streams(keys, screen)
                        .type("dumb")
                        .encoding(StandardCharsets.UTF_8)
                        .build()) {
            terminal.setSize(new Size(1000, 100));
            keyboard.write(bytes(typed.replace("OPENED", opened())
                    .replace("FOLDER", folder.toString())
                    .replace("\n", "\r")));
            keyboard.flush();
            var given = Given.snippets(List.of());
            assertThat(InteractiveConsole.run(terminal, new Nowhere(), Spark.session("x"), given, Optional.empty()))
                    .isEqualTo(STATUS);
        }
        var all = answers(screen);
        return all.substring(all.indexOf(PROMPT)); // what was typed ahead of the first prompt may have been echoed
    }

    private String opened() {
        return folder.resolve("opened.jsh").toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without what moves the cursor, empty lines, and jshell's greeting. */
    private static String answers(ByteArrayOutputStream screen) {
        return screen.toString(StandardCharsets.UTF_8)
                .replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]", "")
                .replace("\r", "\n")
                .replaceAll("(?m)^\\|  (Welcome to JShell|For an introduction).*$", "")
                .replaceAll("(?m)[ \t]+$", "")
                .replaceAll("\n+", "\n")
                .strip();
    }

    private record Nowhere() implements ConsolePlace {
        @Override
        public RunTarget open(Consumer<String> progress) {
            throw new IllegalStateException("no session is wanted");
        }

        @Override
        public void close() {}
    }
}
