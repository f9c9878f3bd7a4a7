package dev.kindling.embedded.internal.kubelet.volume;

import io.fabric8.kubernetes.api.model.KeyToPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the entries of config maps, secrets and the like as files that only this user can read. */
final class VolumeFiles {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final @Nullable Integer defaultMode;

    VolumeFiles(Path folder, @Nullable Integer defaultMode) {
        this.folder = folder;
        this.defaultMode = defaultMode;
    }

    /** @param items which entries, under which path; empty: all, by their names */
    void write(Map<String, byte[]> entries, @Nullable List<KeyToPath> items, String owner) throws IOException {
        if (items == null || items.isEmpty()) {
            for (var entry : entries.entrySet()) {
                write(entry.getKey(), entry.getValue(), null);
            }
            return;
        }
        for (KeyToPath item : items) {
            byte[] content = entries.get(item.getKey());
            if (content == null) {
                throw new IOException(owner + " references non-existent config key: " + item.getKey());
            }
            write(item.getPath(), content, item.getMode());
        }
    }

    void write(String path, byte[] content, @Nullable Integer mode) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("path " + path + " leads out of its volume");
        }
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        Files.write(file, content);
        Files.setPosixFilePermissions(file, permissions(mode == null ? defaultMode : mode));
    }

    /** Group and others get nothing whatever the mode says: they would be real users of this machine. */
    private static Set<PosixFilePermission> permissions(@Nullable Integer mode) {
        var permissions = new HashSet<>(OWNER_ONLY);
        if (mode != null && (mode & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        return permissions;
    }
}
