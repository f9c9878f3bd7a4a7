package dev.kindling.shell;

import dev.kindling.SessionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of the console: where its session runs and how large it is. */
final class ConsoleOptions {
    private static final Set<String> NAMES = Set.of(
            "--on",
            "--namespace",
            "--image",
            "--executors",
            "--request-cores",
            "--memory",
            "--conf",
            "--single-address",
            "--startup");

    @Option(
            names = "--on",
            paramLabel = "PLACE",
            defaultValue = "embedded",
            description = "local[:THREADS], embedded or cluster[:CONTEXT]. Default: ${DEFAULT-VALUE}")
    private String place = "embedded";

    @Option(names = "--namespace", paramLabel = "NS", description = "The namespace; by default the kubeconfig's.")
    private Optional<String> namespace = Optional.empty();

    @Option(names = "--image", paramLabel = "IMAGE", description = "The image of the executors; needed on a cluster.")
    private Optional<String> image = Optional.empty();

    @Option(names = "--executors", paramLabel = "N", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}")
    private int executors = 2;

    @Option(
            names = "--request-cores",
            paramLabel = "C",
            description = "The cpu request of an executor, such as 0.1 or 500m.")
    private Optional<String> requestCores = Optional.empty();

    @Option(names = "--memory", paramLabel = "M", description = "The memory of an executor, such as 1g.")
    private Optional<String> memory = Optional.empty();

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "A Spark setting; may be repeated.")
    private Map<String, String> conf = new LinkedHashMap<>();

    @Option(
            names = "--single-address",
            description = "embedded: all pods on 127.0.0.1, for machines without the rest of 127.0.0.0/8 (macOS).")
    private boolean singleAddress;

    @Option(
            names = "--startup",
            paramLabel = "FILE",
            description = "Snippets to begin with, now and after /reset: imports, methods, session(spec).")
    private Optional<Path> startup = Optional.empty();

    /** Whether a word of a command line is one of these. */
    static boolean isOne(String word) {
        return NAMES.contains(word.replaceFirst("=.*", ""));
    }

    /** The values, checked against each other; every problem in one message. */
    SampleRequest request() {
        return SampleRequest.checked(new SampleRequest(
                RunMode.SESSION,
                Place.parse(place),
                namespace,
                image,
                Optional.empty(),
                executors,
                requestCores,
                memory,
                singleAddress));
    }

    /** What to begin with, if a file was named. */
    Optional<String> startup() throws IOException {
        if (startup.isEmpty()) {
            return Optional.empty();
        }
        var file = startup.get();
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("there is no startup file " + file.toAbsolutePath());
        }
        return Optional.of(Files.readString(file));
    }

    /** The spec with the settings asked for. */
    SessionSpec applyTo(SessionSpec spec) {
        var result = spec;
        for (var each : conf.entrySet()) {
            result = result.conf(each.getKey(), each.getValue());
        }
        return result;
    }
}
