package dev.kindling.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Folders of the user's for Kindling, as the XDG base directories have it. */
public final class UserFolders {

    private UserFolders() {}

    /** For what is worth keeping: {@code $XDG_STATE_HOME/kindling/<name>}, else below {@code ~/.local/state}; made. */
    public static Path state(String name) {
        return made(home("XDG_STATE_HOME", Path.of(".local", "state")), name);
    }

    /** For what can be had again: {@code $XDG_CACHE_HOME/kindling/<name>}, else below {@code ~/.cache}; made. */
    public static Path cache(String name) {
        return made(cache(), name);
    }

    /** Not made. */
    public static Path cache() {
        return home("XDG_CACHE_HOME", Path.of(".cache"));
    }

    private static Path home(String variable, Path otherwise) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home")).resolve(otherwise))
                .resolve("kindling");
    }

    private static Path made(Path home, String name) {
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            // No home of one's own, as in many containers.
            return Path.of(
                    System.getProperty("java.io.tmpdir"), "kindling-" + name + "-" + System.getProperty("user.name"));
        }
    }
}
