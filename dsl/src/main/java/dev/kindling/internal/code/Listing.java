package dev.kindling.internal.code;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;

/** What was in a store's folder a moment ago, by hash: which contents runs refer to, and since when the others are unused. */
final class Listing {
    private static final String HASH = "[0-9a-f]{64}";
    private static final int IN_REFERENCE = 4;

    private final List<Referred> references = new ArrayList<>();
    private final Map<String, Instant> latest = new HashMap<>();
    private final Map<String, Instant> released = new HashMap<>();

    private Listing() {}

    /**
     * A reference that lies there.
     *
     * @param path below the store's folder
     */
    record Referred(String hash, String origin, String submission, String path, Instant written) {}

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
        var parts = List.of(below.split("/"));
        if (!parts.get(0).matches(HASH) || parts.size() < 2) {
            return; // Somebody else's, or a task's result.
        }
        var written = Instant.ofEpochMilli(file.getModificationTime());
        if (parts.size() >= IN_REFERENCE) {
            var last = parts.size() - 1;
            references.add(new Referred(
                    parts.get(0), String.join("/", parts.subList(2, last)), parts.get(last), below, written));
        } else if (parts.get(1).equals(ContentStore.RELEASED)) {
            released.put(parts.get(0), written);
        } else {
            latest.merge(parts.get(0), written, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** References of one origin that were written before. */
    List<Referred> references(String origin, Instant before) {
        return references.stream()
                .filter(reference ->
                        reference.origin().equals(origin) && reference.written().isBefore(before))
                .toList();
    }

    /** All but these. */
    List<Referred> besides(List<Referred> some) {
        return references.stream()
                .filter(reference -> !some.contains(reference))
                .toList();
    }

    /** Now they are not there any more. */
    void forget(List<Referred> gone, Instant now) {
        references.removeAll(gone);
        gone.forEach(reference -> released.put(reference.hash(), now));
    }

    /** Of these. */
    Set<String> unused(Set<String> hashes) {
        var referred = referred();
        return hashes.stream().filter(hash -> !referred.contains(hash)).collect(Collectors.toSet());
    }

    /** A content that was never released is one whose run was never made: its own time counts. */
    Set<String> unusedSince(Instant time) {
        var since = new HashMap<>(latest);
        since.putAll(released);
        return unused(since.keySet()).stream()
                .filter(hash -> since.get(hash).isBefore(time))
                .collect(Collectors.toSet());
    }

    private Set<String> referred() {
        return references.stream().map(Referred::hash).collect(Collectors.toSet());
    }
}
