package dev.kindling.shell.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A program in a terminal of its own, as tmux emulates it: keys go in, and what a user would see can be read. */
final class Tmux implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Of this test alone: a server that serves somebody else is not touched. */
    private final Path socket;

    private Tmux(Path socket) {
        this.socket = socket;
    }

    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(each -> Path.of(each, "tmux").toFile().canExecute());
    }

    /** Starts it; the last line that is seen tells its exit status. */
    static Tmux run(Path folder, List<String> command) {
        var made = new Tmux(folder.resolve("tmux"));
        var quoted = command.stream()
                .map(each -> "'" + each.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "trap : INT; ", "; echo exit status $?; sleep 600"));
        made.call("new-session", "-d", "-x", "120", "-y", "50", "sh", "-c", quoted);
        return made;
    }

    /** Types the text and Enter. */
    Tmux enter(String text) {
        call("send-keys", "-l", "--", text.endsWith(";") ? text.substring(0, text.length() - 1) + "\\;" : text);
        return press("Enter");
    }

    /** Presses a key by tmux's name of it, such as {@code C-c}. */
    Tmux press(String key) {
        call("send-keys", key);
        return this;
    }

    /** Waits until this is seen, and that at the end of the screen. */
    Tmux endsWith(String expected) {
        try {
            Awaitility.await().atMost(LIMIT).until(() -> screen().endsWith(expected));
        } catch (ConditionTimeoutException e) {
            assertThat(screen()).endsWith(expected);
        }
        return this;
    }

    /** Waits until this is seen somewhere. */
    Tmux shows(String expected) {
        try {
            Awaitility.await().atMost(LIMIT).until(() -> screen().contains(expected));
        } catch (ConditionTimeoutException e) {
            assertThat(screen()).contains(expected);
        }
        return this;
    }

    /** The lines seen, without blanks at their ends. */
    String screen() {
        return call("capture-pane", "-p").stripTrailing();
    }

    /** All processes below the one that runs in the terminal. */
    List<ProcessHandle> processes() {
        var shell = Long.parseLong(call("display-message", "-p", "#{pane_pid}").strip());
        return ProcessHandle.of(shell).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
    }

    @Override
    public void close() {
        call("kill-server");
    }

    private String call(String... arguments) {
        var command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
