package dev.kindling.internal.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where logs are kept unless told otherwise: with the user's state, as the XDG base directories have it. */
final class DefaultFolder {

    private DefaultFolder() {}

    static Path find() {
        var state = Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"));
        var wanted = state.resolve("kindling").resolve("logs");
        try {
            return Files.createDirectories(wanted);
        } catch (IOException e) {
            // No home of one's own, as in many containers.
            return Path.of(System.getProperty("java.io.tmpdir"), "kindling-logs-" + System.getProperty("user.name"));
        }
    }
}
