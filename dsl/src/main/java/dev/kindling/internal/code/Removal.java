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
        var objects = new ArrayList<Path>();
        try {
            for (var all = files.listFiles(below, true); all.hasNext(); ) {
                objects.add(all.next().getPath());
            }
        } catch (FileNotFoundException e) {
            return;
        }
        of(files, below, objects);
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
