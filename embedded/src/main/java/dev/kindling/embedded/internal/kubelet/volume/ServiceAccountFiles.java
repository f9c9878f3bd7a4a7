package dev.kindling.embedded.internal.kubelet.volume;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a client inside a pod finds the API server with.
 *
 * @param tokenText the bearer token; the server knows only one, so every pod may do everything
 * @param caCertificate PEM text of the server's certificate authority
 */
public record ServiceAccountFiles(String tokenText, String caCertificate) {

    /** Where Kubernetes mounts them. */
    public static final String MOUNT_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";

    byte[] token() {
        return tokenText.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes token, ca.crt and namespace. */
    public Path write(Path folder, String namespace) throws IOException {
        var files = new VolumeFiles(Files.createDirectories(folder), null);
        files.write("token", token(), null);
        files.write("ca.crt", caCertificate.getBytes(StandardCharsets.UTF_8), null);
        files.write("namespace", namespace.getBytes(StandardCharsets.UTF_8), null);
        return folder;
    }

    @Override
    public String toString() {
        return "ServiceAccountFiles[token=***]";
    }
}
