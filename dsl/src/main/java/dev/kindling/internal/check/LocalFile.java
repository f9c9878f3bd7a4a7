package dev.kindling.internal.check;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with a path of this machine that a spec names; what only others can open is taken for right. */
enum LocalFile {
    /** A jar, or a folder of classes. */
    JAR,
    /** What is handed on as it is, empty or not. */
    FILE;

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+:.*");

    Optional<String> problem(String location) {
        try {
            boolean isUri = SCHEME.matcher(location).matches();
            if (isUri && !location.startsWith("file:")) {
                return Optional.empty();
            }
            return problem(isUri ? Path.of(URI.create(location)) : Path.of(location));
        } catch (IllegalArgumentException e) {
            return Optional.of("is neither a path nor a URI");
        }
    }

    private Optional<String> problem(Path path) {
        if (!Files.exists(path)) {
            return Optional.of(
                    Files.isSymbolicLink(path)
                            ? "is a link to what is not there"
                            : "is not there; local:// means a path in the image");
        }
        if (!Files.isRegularFile(path) && !Files.isDirectory(path)) { // To read it may never end.
            return Optional.of("is neither a file nor a folder, but a pipe or a device");
        }
        if (!Files.isReadable(path)) {
            return Optional.of("is not for this user to read");
        }
        if (this == FILE && Files.isDirectory(path)) {
            return Optional.of("is a folder, where a file is to be named");
        }
        return this == JAR && path.toFile().length() == 0 && Files.isRegularFile(path)
                ? Optional.of("is empty, and so no jar")
                : Optional.empty();
    }
}
