package dev.kindling.internal.code;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Where the JVM has a class from. */
public final class CodeLocation {

    private CodeLocation() {}

    /**
     * The jar or the folder.
     *
     * @throws IllegalArgumentException for a class of Java itself, or one that was made in memory
     */
    public static Path of(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .filter(location -> location.getProtocol().equals("file"))
                .map(CodeLocation::path)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                type.getName()
                                        + " comes from no jar and no folder. Write .jar(Path.of(\"target/classes\")), with where it is"));
    }

    private static Path path(URL location) {
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + location + "' is no place for classes", e);
        }
    }
}
