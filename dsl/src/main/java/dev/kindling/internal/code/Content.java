package dev.kindling.internal.code;

import dev.kindling.internal.bootstrap.ContentFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/**
 * A file to be brought to a store.
 *
 * @param file where it is here
 * @param size in bytes
 * @param sha256 of what it holds, in hex: where it is in the store
 * @param name as it is called there
 */
public record Content(Path file, long size, String sha256, String name) {

    /** Reads all of it. */
    static Content of(Path file, String name) {
        var digest = ContentFile.sha256();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            var size = in.transferTo(out);
            return new Content(file, size, HexFormat.of().formatHex(digest.digest()), name);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    Content name(String value) {
        return new Content(file, size, sha256, value);
    }

    /** Below a store's folder. */
    public String path() {
        return sha256 + "/" + name;
    }
}
