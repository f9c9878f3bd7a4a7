package dev.kindling.internal.code;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;

/** What was in a store's folder a moment ago, by hash: which contents runs refer to, and since when the others are unused. */
final class Listing {
    private static final String HASH = "[0-9a-f]{64}";

    private final Set<String> referred = new HashSet<>();
    private final Map<String, Instant> latest = new HashMap<>();
    private final Map<String, Instant> released = new HashMap<>();

    private Listing() {}

    static Listing of(FileSystem files, Path folder) throws IOException {
        var listing = new Listing();
        try {
            var all = files.listFiles(folder, true);
            while (all.hasNext()) {
                listing.add(folder, all.next());
            }
        } catch (FileNotFoundException e) {
            return listing; // Nothing was ever in it.
        }
        return listing;
    }

    private void add(Path folder, LocatedFileStatus file) {
        var below = file.getPath()
                .toUri()
                .getPath()
                .substring(folder.toUri().getPath().length() + 1);
        var parts = below.split("/");
        if (!parts[0].matches(HASH) || parts.length < 2) {
            return; // Somebody else's, or a task's result.
        }
        var written = Instant.ofEpochMilli(file.getModificationTime());
        if (parts.length > 2) {
            referred.add(parts[0]);
        } else if (parts[1].equals("released")) {
            released.put(parts[0], written);
        } else {
            latest.merge(parts[0], written, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** Of these. */
    Set<String> unused(Set<String> hashes) {
        return hashes.stream().filter(hash -> !referred.contains(hash)).collect(Collectors.toSet());
    }

    /** A content that was never released is one whose run was never made: its own time counts. */
    Set<String> unusedSince(Instant time) {
        return latest.entrySet().stream()
                .filter(entry -> !referred.contains(entry.getKey()))
                .filter(entry ->
                        released.getOrDefault(entry.getKey(), entry.getValue()).isBefore(time))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
