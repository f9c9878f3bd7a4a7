package dev.kindling.shell.console.prompt;

import dev.kindling.Spark;
import dev.kindling.shell.console.Given;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.target.Local;
import dev.kindling.target.RunTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A console at a terminal whose screen can be read as a person sees it: JLine's own emulator draws it. */
final class ConsoleScreen implements AutoCloseable {
    static final int COLUMNS = 80;
    private static final int ROWS = 150;

    private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private final Terminal terminal;
    private final CompletableFuture<Integer> status;

    ConsoleScreen(Path folder) throws IOException {
        terminal = TerminalBuilder.builder()
                .system(false)
                .streams(new PipedInputStream(keyboard), new Drawing())
                .type("screen")
                .encoding(StandardCharsets.UTF_8)
                .build();
        terminal.setSize(new Size(COLUMNS, ROWS));
        status = CompletableFuture.supplyAsync(() -> run(folder));
    }

    void type(String keys) throws IOException {
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** On a screen that is empty but for the prompt. */
    String enter(String snippet) throws IOException {
        type("\u0015\f"); // what a test has left on the line goes too
        await("^spark>$");
        type(snippet + "\r");
        return await("(?s)\nspark>$");
    }

    /** What is seen when the pattern is. */
    String await(String pattern) {
        var wanted = java.util.regex.Pattern.compile(pattern);
        Awaitility.await(pattern)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(20))
                .conditionEvaluationListener(each -> {})
                .until(() -> wanted.matcher(text()).find());
        return text();
    }

    String text() {
        return screen.toString()
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    @Override
    public void close() throws IOException {
        type("\u0003\u0004");
        status.orTimeout(60, TimeUnit.SECONDS).join();
        terminal.close();
    }

    private int run(Path folder) {
        try {
            return InteractiveConsole.run(
                    terminal,
                    new Here(),
                    Spark.session("screen"),
                    Given.snippets(List.of()),
                    Optional.of(folder.resolve("history")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes become characters before the emulator draws them; the parts of one may come one by one. */
    private final class Drawing extends OutputStream {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final ByteBuffer bytes = ByteBuffer.allocate(8);

        @Override
        public synchronized void write(int b) {
            bytes.put((byte) b).flip();
            var characters = CharBuffer.allocate(2);
            decoder.decode(bytes, characters, false);
            bytes.compact();
            screen.write(characters.flip().toString());
        }
    }

    private record Here() implements ConsolePlace {
        @Override
        public RunTarget open(Consumer<String> progress) {
            return Local.threads(2);
        }

        @Override
        public void close() {}
    }
}
