package dev.kindling.shell.console.command;

import java.nio.file.Path;

/** Files as users write them. */
final class Paths {
    private Paths() {}

    /** {@code ~} in front is the user's home. */
    static Path of(String written) {
        return Path.of(written.replaceFirst("^~(?=/|$)", System.getProperty("user.home")));
    }
}
