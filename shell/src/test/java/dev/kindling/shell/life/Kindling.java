package dev.kindling.shell.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.shell.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line in this JVM.
 *
 * @param options those that name the cluster and the namespace
 */
record Kindling(List<String> options) {
    /** What a command printed and exited with. */
    record Answer(int exitCode, String out, String err) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + this, e);
            }
        }
    }

    /** Runs a verb in the namespace. */
    Answer run(String verb, String... arguments) {
        return run(line(verb, arguments));
    }

    /** The same in a JVM of its own, which writes to the folder. */
    OwnJvm start(Path folder, String verb, String... arguments) throws IOException {
        return OwnJvm.start(line(verb, arguments), folder);
    }

    private List<String> line(String verb, String... arguments) {
        var line = new ArrayList<String>();
        line.add(verb);
        line.addAll(List.of(arguments));
        line.addAll(options);
        return line;
    }

    /** Needs no cluster. */
    Answer validate(Path file) {
        return run(List.of("validate", file.toString()));
    }

    private static Answer run(List<String> line) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exitCode = Main.run(stream(out), stream(err), line.toArray(String[]::new));
        var answer = new Answer(exitCode, text(out), text(err));
        System.out.println("kindling " + String.join(" ", line) + "\n" + answer);
        return answer;
    }

    /** The state that {@code kindling status} tells. */
    String state(String name) {
        return run("status", name, "-o", "json").json().path("state").asText();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
