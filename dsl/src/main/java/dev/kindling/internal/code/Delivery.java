package dev.kindling.internal.code;

import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.internal.code.upload.ByteProgress;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Brings what a shipment holds to its store: some at a time, each once, also where many submissions bring the same. */
public final class Delivery {
    private static final int AT_A_TIME = 4;
    private static final long SECONDS_TO_END = 10;
    private static final String INTERRUPTED =
            "code: interrupted; submit it again, and what has arrived is not brought a second time";

    /** What is on its way from this JVM, by address, and whether it has arrived. */
    private static final Map<String, CompletableFuture<Boolean>> UNDERWAY = new ConcurrentHashMap<>();

    private final Shipment shipment;
    private final Consumer<String> progress;
    private volatile boolean isTakenBack;

    public Delivery(Shipment shipment, Consumer<String> progress) {
        this.shipment = shipment;
        this.progress = progress;
    }

    /**
     * Each after its reference; does nothing where nothing is to be brought. An interrupt ends it; what has arrived then is
     * not brought again. If the JVM ends meanwhile, no reference stays.
     */
    public void run(Reference reference, S3 s3, KubernetesCluster cluster) {
        shipment.store().ifPresent(store -> {
            try (var target = ContentStore.open(store, s3, cluster);
                    var retreat = Retreat.with(() -> takeBack(target, reference))) {
                all(target, ContentStore.address(store, s3) + " " + store.folder(), reference, retreat);
            }
        });
    }

    private void takeBack(ContentStore target, Reference reference) {
        say(INTERRUPTED);
        isTakenBack = true;
        target.takeBack(shipment.contents().stream().map(Content::sha256).collect(Collectors.toSet()), reference);
    }

    /** The last word is that it was interrupted, although what is on its way may still arrive. */
    private void say(String line) {
        if (!isTakenBack) {
            progress.accept(line);
        }
    }

    private void all(ContentStore target, String address, Reference reference, Retreat retreat) {
        var contents = shipment.contents();
        var done = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(AT_A_TIME, Delivery::thread);
        try {
            var uploads = new ExecutorCompletionService<Optional<Content>>(pool);
            contents.forEach(content -> uploads.submit(() -> {
                retreat.step(() -> target.refer(content.sha256(), reference));
                return one(target, address, content, done, contents) ? Optional.empty() : Optional.of(content);
            }));
            var found = new ArrayList<Content>();
            for (var content : contents) {
                uploads.take().get().ifPresent(found::add);
            }
            found.forEach(content -> uploads.submit(() -> again(target, address, content)));
            for (var content : found) {
                uploads.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            say(INTERRUPTED);
            throw new CodeStoreException(StoreErrors.interrupted("bring code to " + address), e);
        } finally {
            end(pool);
        }
    }

    private static Thread thread(Runnable upload) {
        var thread = new Thread(upload, "kindling-upload");
        thread.setDaemon(true);
        return thread;
    }

    /** What has arrived is noted by then, also where this thread was interrupted. */
    private static void end(ExecutorService pool) {
        var isInterrupted = Thread.interrupted();
        pool.shutdownNow();
        try {
            pool.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            isInterrupted = true;
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean one(
            ContentStore target, String address, Content content, AtomicInteger done, List<Content> contents)
            throws Exception {
        var isNew = bring(target, address, content);
        say("code: " + done.incrementAndGet() + " of " + contents.size() + ", " + content.name()
                + (isNew ? " brought, " + ByteProgress.inWords(content.size()) : " was there"));
        return isNew;
    }

    /** Who had looked for references before ours was there may have removed what we have seen. */
    private Optional<Content> again(ContentStore target, String address, Content content) throws Exception {
        if (bring(target, address, content)) {
            say("code: " + content.name() + " brought again, as the end of another run had removed it");
        }
        return Optional.empty();
    }

    private boolean bring(ContentStore target, String address, Content content) throws Exception {
        return once(address + "/" + content.path(), () -> target.upload(content, line -> say("code: " + line)));
    }

    private static boolean once(String address, Callable<Boolean> upload) throws Exception {
        var mine = new CompletableFuture<Boolean>();
        for (var earlier = UNDERWAY.putIfAbsent(address, mine);
                earlier != null;
                earlier = UNDERWAY.putIfAbsent(address, mine)) {
            if (earlier.get()) {
                return false;
            }
        }
        try {
            var isNew = upload.call();
            mine.complete(true);
            return isNew;
        } finally {
            UNDERWAY.remove(address);
            mine.complete(false);
        }
    }
}
