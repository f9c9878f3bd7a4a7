package dev.kindling.internal.code;

import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Brings what a shipment holds to its store: some at a time, each once, also where many submissions bring the same. */
public final class Delivery {
    private static final int AT_A_TIME = 4;
    private static final long MEGABYTE = 1_000_000;

    /** What is on its way from this JVM, by address. */
    private static final Map<String, CompletableFuture<Boolean>> UNDERWAY = new ConcurrentHashMap<>();

    private final Shipment shipment;
    private final Consumer<String> progress;

    public Delivery(Shipment shipment, Consumer<String> progress) {
        this.shipment = shipment;
        this.progress = progress;
    }

    /** With references of this submission; does nothing where nothing is to be brought. */
    public void run(String submission, S3 s3, KubernetesCluster cluster) {
        shipment.store().ifPresent(store -> {
            try (var target = ContentStore.open(store, s3, cluster)) {
                target.refer(
                        shipment.contents().stream()
                                .map(Content::sha256)
                                .distinct()
                                .toList(),
                        submission);
                all(target, store.folder().toString());
            }
        });
    }

    private void all(ContentStore target, String folder) {
        var contents = shipment.contents();
        var done = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            var uploads = contents.stream()
                    .map(content ->
                            CompletableFuture.runAsync(() -> one(target, folder, content, done, contents), pool))
                    .toList();
            uploads.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : e;
        } finally {
            pool.shutdownNow();
        }
    }

    private void one(ContentStore target, String folder, Content content, AtomicInteger done, List<Content> all) {
        var isNew = once(folder + "/" + content.path(), () -> target.upload(content));
        progress.accept("code: " + done.incrementAndGet() + " of " + all.size() + ", " + content.name()
                + (isNew ? " brought, " + megabytes(content.size()) : " was there"));
    }

    private static boolean once(String address, BooleanSupplier upload) {
        var mine = new CompletableFuture<Boolean>();
        var earlier = UNDERWAY.putIfAbsent(address, mine);
        if (earlier != null) {
            earlier.join();
            return false;
        }
        try {
            mine.complete(upload.getAsBoolean());
            return mine.join();
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            UNDERWAY.remove(address);
        }
    }

    private static String megabytes(long bytes) {
        return bytes < MEGABYTE ? (bytes + 999) / 1000 + " kB" : bytes / MEGABYTE + " MB";
    }
}
