package dev.kindling.internal.code.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.hadoop.fs.BBPartHandle;
import org.apache.hadoop.fs.BBUploadHandle;
import org.apache.hadoop.fs.PartHandle;
import org.apache.hadoop.fs.UploadHandle;

/**
 * An upload that has begun, as a file keeps it.
 *
 * @param target store and path of the object that it is to be
 * @param parts that have arrived
 */
record Underway(String target, UploadHandle upload, Map<Integer, PartHandle> parts) {
    private static final String TARGET = "target";
    private static final String UPLOAD = "upload";
    private static final String PART = "part.";

    Underway {
        parts = Map.copyOf(parts);
    }

    Underway and(int part, PartHandle handle) {
        var more = new TreeMap<>(parts);
        more.put(part, handle);
        return new Underway(target, upload, more);
    }

    /** Empty if there is none, or nothing that can be read. */
    static Optional<Underway> read(Path file) throws IOException {
        var noted = new Properties();
        try (var in = Files.newInputStream(file)) {
            noted.load(in);
            return noted.containsKey(UPLOAD) ? Optional.of(of(noted)) : Optional.empty();
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Underway of(Properties noted) {
        var parts = new TreeMap<Integer, PartHandle>();
        for (var key : noted.stringPropertyNames()) {
            if (key.startsWith(PART)) {
                var number = Integer.valueOf(key.substring(PART.length()));
                parts.put(number, BBPartHandle.from(bytes(noted.getProperty(key))));
            }
        }
        return new Underway(
                noted.getProperty(TARGET, ""), BBUploadHandle.from(bytes(noted.getProperty(UPLOAD))), parts);
    }

    /** Whole or not at all. */
    void write(Path file) throws IOException {
        var noted = new Properties();
        noted.setProperty(TARGET, target);
        noted.setProperty(UPLOAD, text(upload.toByteArray()));
        parts.forEach((part, handle) -> noted.setProperty(PART + part, text(handle.toByteArray())));
        var next = file.resolveSibling(file.getFileName() + ".next");
        try (var out = Files.newOutputStream(next)) {
            noted.store(out, null);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(text));
    }
}
