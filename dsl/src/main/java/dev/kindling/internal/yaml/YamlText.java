package dev.kindling.internal.yaml;

import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.diagnosis.ManifestProblem.Place;
import dev.kindling.diagnosis.ManifestProblem.Severity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A text and where it comes from.
 *
 * @param source the file, or what else the text is
 */
public record YamlText(String source, String text) {
    /** API servers take no object of more than 1.5 MB (etcd's limit), nor a request of more than 3 MB. */
    static final int MOST_BYTES = 3 * 1024 * 1024;

    /** A text that has no file. */
    public static YamlText of(String text) {
        if (text.length() > MOST_BYTES) {
            throw tooLarge("The text", text.length());
        }
        return new YamlText("The text", text);
    }

    /**
     * The text of a file, which is not opened if it is too large.
     *
     * @throws InvalidManifestException if it cannot be read
     */
    public static YamlText read(Path file) {
        var source = file.toString();
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw tooLarge(source, size);
            }
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return new YamlText(
                    source, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            throw refused(source, "", "is not UTF-8", "the file again, as UTF-8");
        } catch (IOException e) {
            throw refused(source, "", "cannot be read: " + e, "the path of a file that is there and can be read");
        }
    }

    InvalidManifestException refused(Place place, String value, String why, String lineToWrite) {
        return new InvalidManifestException(
                source, List.of(new ManifestProblem(Severity.ERROR, place, value, why, lineToWrite)));
    }

    private static InvalidManifestException tooLarge(String source, long size) {
        return refused(
                source,
                size + " bytes",
                "is more than any API server takes (" + MOST_BYTES + ")",
                "one resource, with large content in ConfigMaps or images");
    }

    private static InvalidManifestException refused(String source, String value, String why, String lineToWrite) {
        return new YamlText(source, "").refused(new Place("", 0, 0), value, why, lineToWrite);
    }
}
