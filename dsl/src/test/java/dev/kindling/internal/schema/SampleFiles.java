package dev.kindling.internal.schema;

import dev.kindling.internal.yaml.YamlDocument;
import dev.kindling.internal.yaml.YamlReader;
import dev.kindling.internal.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Our own files, which use each field of a kind. */
public final class SampleFiles {
    private SampleFiles() {}

    public static Path path(String name) {
        try {
            return Path.of(SampleFiles.class
                    .getResource("/dev/kindling/manifests/" + name + ".yaml")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    public static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static YamlDocument document(String text) {
        return YamlReader.documents(YamlText.of(text)).get(0);
    }
}
