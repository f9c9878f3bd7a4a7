package dev.kindling.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A JVM that works while this one goes on: it answers each line with one of its own, and ends when its input ends. */
public final class LiveJvm implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofHours(1);
    private static final ScheduledExecutorService LATER = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "end-of-jvms");
        thread.setDaemon(true);
        return thread;
    });

    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream requests;

    private LiveJvm(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Starts the class's {@code main} and waits until it has printed a line. */
    public static LiveJvm start(Class<?> main, String... args) throws IOException {
        return start(main, LIMIT, List.of(), args);
    }

    /** The same with JVM options, ended after the limit whatever it does then. */
    public static LiveJvm start(Class<?> main, Duration limit, List<String> options, String... args)
            throws IOException {
        Path folder = Files.createTempDirectory("kindling-benchmark-");
        Process process = new ProcessBuilder(ChildJvm.command(main, folder, options, args))
                .redirectError(Redirect.INHERIT)
                .start();
        LATER.schedule(process::destroy, limit.toMillis(), TimeUnit.MILLISECONDS);
        LiveJvm started = new LiveJvm(folder, process);
        started.answer();
        return started;
    }

    /** Asks for something and waits for the answer. */
    public String ask(String request) throws IOException {
        requests.println(request);
        return answer();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException("A JVM has ended too early; its log is in " + folder);
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.onExit().join();
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
        }
        Files.delete(folder);
    }
}
