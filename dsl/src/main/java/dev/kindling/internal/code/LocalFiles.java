package dev.kindling.internal.code;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which paths and URIs of a plan name files of this machine. */
public final class LocalFiles {
    private static final Pattern URI_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+:.*");

    private LocalFiles() {}

    /** Empty for a URI that somebody else opens: {@code local://} is a path in the image. */
    public static Optional<Path> find(String location) {
        if (location.startsWith("file:")) {
            return Optional.of(Path.of(URI.create(location)));
        }
        return URI_SCHEME.matcher(location).matches() ? Optional.empty() : Optional.of(Path.of(location));
    }

    public static boolean isLocal(String location) {
        return location.startsWith("file:") || !URI_SCHEME.matcher(location).matches();
    }
}
