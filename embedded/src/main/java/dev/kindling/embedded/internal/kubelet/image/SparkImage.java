package dev.kindling.embedded.internal.kubelet.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The one image there is, made ready when a pod first needs it. Thread-safe. */
public final class SparkImage {

    private final Optional<SharedArchive> archive;
    private @Nullable CompletableFuture<SparkImageFiles> files;

    /** @param archive empty: JVMs start without */
    public SparkImage(Optional<SharedArchive> archive) {
        this.archive = archive;
    }

    /** Completes at once but for the first call on a machine, which makes the archive. */
    public synchronized CompletableFuture<SparkImageFiles> files() {
        if (files == null) {
            files = prepare();
        }
        return files;
    }

    /** Ends what still makes it ready. */
    public void stop() throws InterruptedException {
        if (archive.isPresent()) {
            archive.get().stop();
        }
    }

    private CompletableFuture<SparkImageFiles> prepare() {
        List<Path> jars = SparkJars.ofThisJvm();
        if (jars.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException(
                    "none of Spark's jars is on this JVM's class path: the pods of the embedded Kubernetes run from them."
                            + " Start the JVM with Spark's jars on -cp, not packed into one jar"));
        }
        return archive.map(shared -> shared.of(jars))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                .thenApply(made -> new SparkImageFiles(jars, made));
    }
}
