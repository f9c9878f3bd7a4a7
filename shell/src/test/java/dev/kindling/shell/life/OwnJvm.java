package dev.kindling.shell.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.shell.Main;
import dev.kindling.shell.life.Kindling.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;

/** The command line in a JVM of its own, which Ctrl-C can end. */
record OwnJvm(Process process, Path out, Path err) implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** @param folder where it writes */
    static OwnJvm start(List<String> line, Path folder) throws IOException {
        // A build that runs in the background ignores SIGINT, and its children would inherit that.
        var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(line);
        var out = Files.createTempFile(folder, "out", ".log");
        var err = Files.createTempFile(folder, "err", ".log");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        return new OwnJvm(builder.start(), out, err);
    }

    /** Waits until it has printed this. */
    OwnJvm prints(String text) {
        await().atMost(LIMIT)
                .until(() -> !process.isAlive() || Files.readString(out).contains(text));
        assertThat(answer().out()).as(() -> answer().err()).contains(text);
        return this;
    }

    /** What the address that it prints first leads to. */
    String page(String path) throws IOException, InterruptedException {
        var address = prints("\n").answer().out().strip();
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var request = HttpRequest.newBuilder(URI.create(address).resolve(path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Presses Ctrl-C and waits for the end. */
    Answer interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        var answer = answer();
        System.out.println("after Ctrl-C: " + answer);
        return answer;
    }

    private Answer answer() {
        try {
            var exitCode = process.isAlive() ? -1 : process.exitValue();
            return new Answer(exitCode, Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
