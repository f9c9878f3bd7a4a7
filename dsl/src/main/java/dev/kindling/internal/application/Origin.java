package dev.kindling.internal.application;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Where a resource is, as no other cluster, namespace or kind says it. Clusters are told apart by the certificates of their
 * authorities, which everybody who may connect has, and not by addresses, of which one cluster may have several.
 */
final class Origin {
    private static final int DIGITS = 16;

    private Origin() {}

    /** As a path of three parts. */
    static String of(ApplicationApi api) {
        var cluster = authority(api.connection().client().getConfiguration())
                .orElseGet(() -> api.connection().apiServer().toString());
        return DigestUtils.sha256Hex(cluster).substring(0, DIGITS)
                + "/" + api.namespace()
                + "/" + api.dialect().resourceName();
    }

    private static Optional<String> authority(Config config) {
        return Optional.ofNullable(config.getCaCertData())
                .map(data -> new String(Base64.getMimeDecoder().decode(data), StandardCharsets.US_ASCII))
                .or(() -> Optional.ofNullable(config.getCaCertFile()).map(Origin::read))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
