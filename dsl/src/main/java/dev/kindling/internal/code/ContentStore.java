package dev.kindling.internal.code;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A store's folder, as this machine sees it:
 *
 * <pre>
 * &lt;SHA-256&gt;/&lt;name&gt;           a content
 * &lt;SHA-256&gt;/runs/&lt;submission&gt; a run that may still need it
 * &lt;SHA-256&gt;/released           since when no run does
 * results/&lt;id&gt;/..             what a task has come to
 * </pre>
 *
 * <p>Objects appear whole or not at all: an upload that is cut off leaves none.
 */
public final class ContentStore implements AutoCloseable {
    private static final String RELEASED = "released";
    private static final String RUNS = "runs";
    private static final String RESULTS = "results";

    private final CodeStore store;
    private final Path folder;
    private final FileSystem files;
    private final StoreErrors errors;
    private final ReachedStore reached;

    private ContentStore(CodeStore store, FileSystem files, StoreErrors errors, ReachedStore reached) {
        this.reached = reached;
        this.store = store;
        this.folder = new Path(store.folder());
        this.files = files;
        this.errors = errors;
    }

    /**
     * Opens it, and a port-forward where the store asks for one.
     *
     * @throws CodeStoreException if the store's connector is not there, or its settings are wrong
     * @throws dev.kindling.diagnosis.ClusterAccessException if nothing can be forwarded
     */
    public static ContentStore open(CodeStore store, S3 s3, KubernetesCluster cluster) {
        var reached = ReachedStore.of(s3, cluster);
        try {
            var errors = new StoreErrors(store, reached.store());
            var settings = settings(reached.store());
            return errors.explained(
                    "open " + store,
                    () -> new ContentStore(store, FileSystem.newInstance(store.folder(), settings), errors, reached));
        } catch (RuntimeException e) {
            reached.close();
            throw e;
        }
    }

    private static Configuration settings(S3 s3) {
        var settings = new Configuration();
        s3.hadoopPropertiesFromHere().forEach(settings::set);
        // Parts as small as S3 takes them well: what is sent again after a cut connection is one part.
        settings.set("fs.s3a.multipart.size", "16M");
        settings.set("fs.s3a.multipart.threshold", "16M");
        // Who waits for a connection that never holds is told within a minute; by default it were several.
        settings.set("fs.s3a.attempts.maximum", "3");
        settings.set("fs.s3a.retry.limit", "2");
        // No questions whether a folder is there, and no marks for folders: a store has none.
        settings.set("fs.s3a.performance.flags", "*");
        settings.set("fs.s3a.create.performance", "true");
        return settings;
    }

    /** Before the content is looked for: from now on nobody removes it. */
    public void refer(Collection<String> hashes, String submission) {
        hashes.forEach(hash -> write(hash + "/" + RUNS + "/" + submission, new byte[0]));
    }

    /** Whether it was not there yet. */
    public boolean upload(Content content) {
        var target = new Path(folder, content.path());
        return errors.explained("bring " + content.file() + " to " + target, () -> {
            if (isThere(target, content.size())) {
                return false;
            }
            files.copyFromLocalFile(false, true, new Path(content.file().toUri()), target);
            return true;
        });
    }

    private boolean isThere(Path target, long size) throws IOException {
        try {
            return files.getFileStatus(target).getLen() == size;
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /** Whole or not at all. */
    public void write(String path, byte[] bytes) {
        var target = new Path(folder, path);
        errors.explained("write " + target, () -> {
            try (var out = files.create(target, true)) {
                out.write(bytes);
            }
            return true;
        });
    }

    /** Empty if there is no such object. */
    public Optional<byte[]> read(String path) {
        var source = new Path(folder, path);
        return errors.explained("read " + source, () -> {
            try (var in = files.open(source)) {
                return Optional.of(in.readAllBytes());
            } catch (FileNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Takes the references of a run away and its results, and removes what no run has needed for long enough, whosever it
     * was.
     */
    public void release(Set<String> hashes, Set<String> results, String submission) {
        hashes.forEach(hash -> {
            delete(hash + "/" + RUNS + "/" + submission, false);
            if (!store.keepUnused().isZero()) {
                write(hash + "/" + RELEASED, submission.getBytes(StandardCharsets.UTF_8));
            }
        });
        results.forEach(id -> delete(RESULTS + "/" + id, true));
        sweep(hashes);
    }

    private void sweep(Set<String> released) {
        var listing = errors.explained("list " + folder, () -> Listing.of(files, folder));
        var latest = Instant.now().minus(store.keepUnused());
        var unused = store.keepUnused().isZero() ? listing.unused(released) : listing.unusedSince(latest);
        unused.stream().filter(hash -> !isReferred(hash)).forEach(hash -> delete(hash, true));
    }

    /** Asked again right before: a run may have begun since. */
    private boolean isReferred(String hash) {
        var runs = new Path(folder, hash + "/" + RUNS);
        return errors.explained("list " + runs, () -> {
            try {
                return files.listFiles(runs, true).hasNext();
            } catch (FileNotFoundException e) {
                return false;
            }
        });
    }

    private void delete(String path, boolean isFolder) {
        var target = new Path(folder, path);
        errors.explained("delete " + target, () -> files.delete(target, isFolder));
    }

    /** Where a task's results are, below the folder. */
    public static String results(String id) {
        return RESULTS + "/" + id;
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reached.close();
        }
    }
}
