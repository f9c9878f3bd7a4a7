package dev.kindling.benchmarks.harness;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A fresh JVM with this one's class path and the options that Spark needs. What it measures it prints with {@link
 * #report}; all it prints goes to a file.
 */
public final class ChildJvm {

    private static final String RESULT = "RESULT ";
    private static final int LINES_SHOWN = 20;

    private final Class<?> main;
    private final Duration limit;
    private final Map<String, String> environment;

    private ChildJvm(Class<?> main, Duration limit, Map<String, String> environment) {
        this.main = main;
        this.limit = limit;
        this.environment = environment;
    }

    /** A JVM to run this class's {@code main}, ended after the limit. */
    public static ChildJvm of(Class<?> main, Duration limit) {
        return new ChildJvm(main, limit, Map.of());
    }

    /** The same with an environment variable besides this JVM's own. */
    public ChildJvm env(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new ChildJvm(main, limit, more);
    }

    /** In the child: hands a figure to the parent. */
    public static void report(double value) {
        System.out.println(RESULT + value);
    }

    /** Runs it and gives the figures it reported. */
    public List<Double> run(String... args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kindling-benchmark-");
        Path output = folder.resolve("output");
        ProcessBuilder child = new ProcessBuilder(command(main, folder, List.of(), args))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()));
        child.environment().putAll(environment);
        List<Double> results = results(output, exitOf(child.start()));
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
        }
        Files.delete(folder);
        return results;
    }

    static List<String> command(Class<?> main, Path folder, List<String> options, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(options);
        command.add("-Dkindling.benchmarks.log=" + folder.resolve("log"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(args));
        return command;
    }

    private int exitOf(Process process) throws InterruptedException {
        // A benchmark that is cut short leaves no child behind.
        Thread hook = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new IllegalStateException(main.getSimpleName() + " took more than " + limit.toSeconds() + " s");
        } finally {
            process.destroy();
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private List<Double> results(Path output, int exit) throws IOException {
        List<String> lines = Files.readAllLines(output);
        List<Double> results = lines.stream()
                .filter(line -> line.startsWith(RESULT))
                .map(line -> Double.valueOf(line.substring(RESULT.length())))
                .toList();
        if (exit != 0 || results.isEmpty()) {
            throw new IllegalStateException(
                    main.getSimpleName() + " ended with " + exit + ", its output and log are in "
                            + output.getParent() + "\n"
                            + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())));
        }
        return results;
    }
}
