package dev.kindling.internal.code;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.internal.code.upload.ByteProgress;
import dev.kindling.internal.code.upload.Uploads;
import dev.kindling.internal.files.UserFolders;
import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.storage.CodeStore;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A store's folder, as this machine sees it:
 *
 * <pre>
 * &lt;SHA-256&gt;/&lt;name&gt;           a content
 * &lt;SHA-256&gt;/runs/&lt;reference&gt; a run that may still need it
 * &lt;SHA-256&gt;/released           since when no run does
 * results/&lt;id&gt;/..             what a task has come to
 * </pre>
 *
 * <p>Objects appear whole or not at all: an upload that is cut off leaves none.
 */
public final class ContentStore implements AutoCloseable {
    static final String RELEASED = "released";
    private static final String RUNS = "runs";
    private static final String RESULTS = "results";

    /** Between a reference and the resource that it is for. */
    private static final Duration LONGEST_SUBMISSION = Duration.ofDays(1);

    /** What has arrived of an upload stays at least so long, as its content is not unused: nobody could use it yet. */
    private static final Duration UNFINISHED = Duration.ofHours(1);

    private final CodeStore store;
    private final Path folder;
    private final FileSystem files;
    private final StoreErrors errors;
    private final Uploads uploads;
    private final ReachedStore reached;

    private ContentStore(CodeStore store, String address, FileSystem files, StoreErrors errors, ReachedStore reached) {
        this.reached = reached;
        this.store = store;
        this.folder = new Path(store.folder());
        this.files = files;
        this.errors = errors;
        this.uploads = new Uploads(files, folder, address, UserFolders.cache("uploads"));
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
                    () -> new ContentStore(
                            store,
                            address(store, s3),
                            FileSystem.newInstance(store.folder(), settings),
                            errors,
                            reached));
        } catch (RuntimeException e) {
            reached.close();
            throw e;
        }
    }

    private static Configuration settings(S3 s3) {
        var settings = new Configuration();
        s3.hadoopPropertiesFromHere().forEach(settings::set);
        // Small enough for a buffer of those that come in one piece.
        settings.set("fs.s3a.multipart.size", "16M");
        settings.set("fs.s3a.multipart.threshold", "16M");
        // Who waits for a connection that never holds is told within a minute; by default it were several.
        settings.set("fs.s3a.attempts.maximum", "3");
        settings.set("fs.s3a.retry.limit", "2");
        // No questions whether a folder is there, and no marks for folders: a store has none.
        settings.set("fs.s3a.performance.flags", "*");
        settings.set("fs.s3a.create.performance", "true");
        // Not by Hadoop when the JVM ends: what was brought in vain is taken back then.
        settings.set("fs.automatic.close", "false");
        return settings;
    }

    /** Before the content is looked for: from now on nobody removes it. */
    public void refer(String hash, Reference reference) {
        write(runs(hash) + reference.path(), reference.text());
    }

    private static String runs(String hash) {
        return hash + "/" + RUNS + "/";
    }

    /**
     * Whether it was not there yet.
     *
     * @param lines is told how far it is
     */
    public boolean upload(Content content, Consumer<String> lines) {
        var target = new Path(folder, content.path());
        return errors.explained(
                "bring " + content.file() + " to " + target,
                () -> uploads.bring(content.parts(), target, new ByteProgress(content.name(), content.size(), lines)));
    }

    /** The same for every process that goes on with an upload, however it reaches the store. */
    static String address(CodeStore store, S3 s3) {
        var own = s3.of(store.bucket());
        return own.endpoint().map(URI::toString).orElse("region:" + own.region());
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

    /** Takes a reference to these away and its results, then does what {@link #sweep} does. */
    public void release(Set<String> hashes, Reference reference, Survivors survivors) {
        delete(hashes.stream().map(hash -> runs(hash) + reference.path()).toList());
        hashes.forEach(hash -> released(hash, reference.submission()));
        reference.results().forEach(id -> deleteAll(results(id)));
        sweep(reference.origin(), survivors, hashes, Instant.now());
    }

    /** Takes references away of a run that was never made: what has arrived stays for the next, or until a later sweep. */
    void takeBack(Set<String> hashes, Reference reference) {
        delete(hashes.stream().map(hash -> runs(hash) + reference.path()).toList());
    }

    /**
     * Removes what no run has needed for long enough, whosever it was. References are taken away too of which the resource is
     * gone, deleted by others or never made: they are a day old, and of the origin that is known.
     */
    public void sweep(String origin, Survivors survivors, Instant now) {
        sweep(origin, survivors, Set.of(), now);
    }

    private void sweep(String origin, Survivors survivors, Set<String> justReleased, Instant now) {
        var listing = errors.explained("list " + folder, () -> Listing.of(files, folder));
        var abandoned = abandoned(listing.references(origin, now.minus(LONGEST_SUBMISSION)), survivors);
        abandoned.forEach(reference -> takeAway(reference, listing.besides(abandoned)));
        listing.forget(abandoned, now);
        var released = new HashSet<>(justReleased);
        abandoned.forEach(reference -> released.add(reference.hash()));
        unused(listing, released, now).forEach(this::deleteUnlessReferred);
        abandonUploads(now);
    }

    /** Where nothing is kept, what was just released; and what was brought for a run that was never made. */
    private Set<String> unused(Listing listing, Set<String> released, Instant now) {
        if (!store.keepUnused().isZero()) {
            return listing.unusedSince(now.minus(store.keepUnused()));
        }
        var unused = new HashSet<>(listing.unused(released));
        unused.addAll(listing.unusedSince(now.minus(LONGEST_SUBMISSION)));
        return unused;
    }

    private static List<Listing.Referred> abandoned(List<Listing.Referred> old, Survivors survivors) {
        if (old.isEmpty()) {
            return List.of();
        }
        return survivors
                .submissions()
                .map(there -> old.stream()
                        .filter(reference -> !there.contains(reference.submission()))
                        .toList())
                .orElse(List.of());
    }

    /** Its results too, if they are no other's: two submissions of one key name the same. */
    private void takeAway(Listing.Referred reference, List<Listing.Referred> staying) {
        var ids = new HashSet<>(resultsOf(reference));
        if (!ids.isEmpty()) {
            staying.stream()
                    .filter(other -> other.hash().equals(reference.hash()))
                    .forEach(other -> ids.removeAll(resultsOf(other)));
        }
        ids.forEach(id -> deleteAll(results(id)));
        delete(List.of(reference.path()));
        released(reference.hash(), reference.submission());
    }

    private Set<String> resultsOf(Listing.Referred reference) {
        return read(reference.path()).map(Reference::results).orElse(Set.of());
    }

    private void released(String hash, String submission) {
        if (!store.keepUnused().isZero()) {
            write(hash + "/" + RELEASED, submission.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void abandonUploads(Instant now) {
        var grace = store.keepUnused().compareTo(UNFINISHED) > 0 ? store.keepUnused() : UNFINISHED;
        errors.explained("end unfinished uploads to " + folder, () -> {
            uploads.abandonUnfinished(now.minus(grace));
            return true;
        });
    }

    /** Asked again right before: a run may have begun since. */
    private void deleteUnlessReferred(String hash) {
        var target = new Path(folder, hash);
        errors.explained("delete " + target, () -> {
            Removal.unless(files, target, new Path(target, RUNS));
            return true;
        });
    }

    private void delete(List<String> paths) {
        var objects = paths.stream().map(path -> new Path(folder, path)).toList();
        errors.explained("delete " + objects, () -> {
            Removal.of(files, folder, objects);
            return true;
        });
    }

    private void deleteAll(String below) {
        var target = new Path(folder, below);
        errors.explained("delete " + target, () -> {
            Removal.ofAll(files, target);
            return true;
        });
    }

    /** Where a task's results are, below the folder. */
    public static String results(String id) {
        return RESULTS + "/" + id;
    }

    @Override
    public void close() {
        Uninterrupted.run(this::closeAll);
    }

    private void closeAll() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reached.close();
        }
    }
}
