package dev.kindling.shell.console;

import dev.kindling.shell.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Runs the command line on scripts and keeps what it prints. */
record Scripts(Path folder) {
    record Result(int status, String out, String err) {}

    /** The script as a file, with these options before it. */
    Result run(String script, String... options) throws IOException {
        Files.writeString(folder.resolve("it.jsh"), script);
        var file = folder.resolve("it.jsh").toString();
        return command(Stream.concat(Arrays.stream(options), Stream.of(file)).toArray(String[]::new));
    }

    Result command(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = Main.run(print(out), print(err), arguments);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
