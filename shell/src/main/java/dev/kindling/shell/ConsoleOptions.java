package dev.kindling.shell;

import dev.kindling.SessionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the console: where its session runs and how large it is. */
final class ConsoleOptions {
    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "A Spark setting; may be repeated.")
    private Map<String, String> conf = new LinkedHashMap<>();

    @Option(
            names = "--startup",
            paramLabel = "FILE",
            description = "Snippets to begin with, now and after /reset: imports, methods, session(spec).")
    private Optional<Path> startup = Optional.empty();

    /** The values, checked against each other; every problem in one message. */
    SampleRequest request() {
        return place.request(RunMode.SESSION, Optional.empty());
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
