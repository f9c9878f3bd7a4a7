package dev.kindling.internal.code;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Takes objects away and leaves nothing: a file system's own delete writes a mark for each folder that it has emptied. */
public final class Removal {
    private Removal() {}

    /** All below a path, if any. */
    static void ofAll(FileSystem files, Path below) throws IOException {
        of(files, below, all(files, below));
    }

    /**
     * All below a path, unless something is below this other one in it. What comes after the look stays.
     *
     * @param kept whose objects are a reason to keep all
     */
    static void unless(FileSystem files, Path below, Path kept) throws IOException {
        var objects = all(files, below);
        if (objects.stream().noneMatch(object -> isBelow(kept, object))) {
            of(files, below, objects);
        }
    }

    private static boolean isBelow(Path folder, Path object) {
        return object.toUri().getPath().startsWith(folder.toUri().getPath() + "/");
    }

    private static List<Path> all(FileSystem files, Path below) throws IOException {
        var objects = new ArrayList<Path>();
        try {
            for (var all = files.listFiles(below, true); all.hasNext(); ) {
                objects.add(all.next().getPath());
            }
        } catch (FileNotFoundException e) {
            return List.of();
        }
        return objects;
    }

    /**
     * These, whether they are there or not.
     *
     * @param folder that all are in
     */
    public static void of(FileSystem files, Path folder, List<Path> objects) throws IOException {
        try (var removal = files.createBulkDelete(folder)) {
            var size = removal.pageSize();
            for (int from = 0; from < objects.size(); from += size) {
                var refused = removal.bulkDelete(objects.subList(from, Math.min(from + size, objects.size())));
                if (!refused.isEmpty()) {
                    throw new IOException(
                            refused.get(0).getKey() + ": " + refused.get(0).getValue());
                }
            }
        }
    }
}
