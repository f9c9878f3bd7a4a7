package dev.kindling.internal.code;

import dev.kindling.internal.bootstrap.ContentFile;
import dev.kindling.internal.code.upload.FileParts;
import dev.kindling.internal.code.upload.PartSums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/**
 * A file to be brought to a store.
 *
 * @param parts as it is sent
 * @param sha256 of what it holds, in hex: where it is in the store
 * @param name as it is called there
 */
public record Content(FileParts parts, String sha256, String name) {

    /** Reads all of it. */
    static Content of(Path file, String name) {
        var digest = ContentFile.sha256();
        try (var in = Files.newInputStream(file);
                var sums = new PartSums(FileParts.partSize(Files.size(file)));
                var out = new DigestOutputStream(sums, digest)) {
            in.transferTo(out);
            return new Content(sums.of(file), HexFormat.of().formatHex(digest.digest()), name);
        } catch (IOException e) {
            throw Unreadable.of(file, e);
        }
    }

    Content name(String value) {
        return new Content(parts, sha256, value);
    }

    /** Where it is here. */
    public Path file() {
        return parts.file();
    }

    /** In bytes. */
    public long size() {
        return parts.size();
    }

    /** Below a store's folder. */
    public String path() {
        return sha256 + "/" + name;
    }
}
