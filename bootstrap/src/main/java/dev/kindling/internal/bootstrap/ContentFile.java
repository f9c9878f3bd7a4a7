package dev.kindling.internal.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/** A file of a store whose path says what is in it: {@code <folder>/<SHA-256 of the content>/<name>}. */
public final class ContentFile {
    private static final Pattern OF_CONTENT = Pattern.compile(".*/([0-9a-f]{64})/([^/]+)");
    private static final Pattern NAMED = Pattern.compile(".*/()([^/]+)");

    private final String address;
    private final org.apache.hadoop.fs.Path file;
    private final Optional<String> sha256;
    private final String name;

    private ContentFile(String address) {
        this.address = address;
        this.file = new org.apache.hadoop.fs.Path(address);
        var path = file.toUri().getPath();
        var ofContent = OF_CONTENT.matcher(path);
        var any = ofContent.matches() ? ofContent : NAMED.matcher(path);
        if (!any.matches()) {
            throw new IllegalArgumentException("'" + address + "' is no file");
        }
        this.sha256 = Optional.of(any.group(1)).filter(hash -> !hash.isEmpty());
        this.name = any.group(2);
    }

    /**
     * As Hadoop reads addresses: nothing in a name stands for something else, be it a space or a percent sign.
     *
     * @throws IllegalArgumentException if it names no file
     */
    public static ContentFile of(String address) {
        return new ContentFile(address);
    }

    /**
     * A copy in a folder of its own in this one.
     *
     * @throws IllegalStateException if it is not what its path says: half of it, or another's
     * @throws UncheckedIOException if it cannot be read
     */
    public Path fetch(Configuration settings, Path into) {
        var copy = into.resolve(sha256.orElse("other-" + Integer.toHexString(file.hashCode())))
                .resolve(name);
        try {
            Files.createDirectories(copy.getParent());
            try (InputStream in = file.getFileSystem(settings).open(file)) {
                require(copied(in, copy));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(address + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String copied(InputStream in, Path copy) throws IOException {
        var digest = sha256();
        Files.copy(new DigestInputStream(in, digest), copy);
        return HexFormat.of().formatHex(digest.digest());
    }

    private void require(String found) {
        if (sha256.isPresent() && !sha256.get().equals(found)) {
            throw new IllegalStateException(address + " is not what was shipped: the SHA-256 of its content is " + found
                    + ". Somebody has changed it; delete it and submit the application again, which brings it anew");
        }
    }

    /** Every Java has it. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
