package dev.kindling.shell.console.prompt;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Folders of file systems that Spark knows, asked as Spark would. A prompt cannot wait for them: what takes longer is there
 * at the next time.
 */
final class RemoteFolders {
    private static final int MOST = 500;
    private static final long PATIENCE_MILLIS = 300;
    private static final long FRESH_SECONDS = 30;

    private final Supplier<Optional<Configuration>> configuration;
    private final Map<String, CompletableFuture<List<String>>> asked = new ConcurrentHashMap<>();

    /**
     * Starts nothing.
     *
     * @param configuration of the session that runs; without one nothing is asked
     */
    RemoteFolders(Supplier<Optional<Configuration>> configuration) {
        this.configuration = configuration;
    }

    /** Names of what is in it, folders with a slash; empty if that is not known by now. */
    List<String> list(String folder) {
        try {
            return configuration
                    .get()
                    .map(conf -> asked.computeIfAbsent(folder, each -> ask(each, conf)))
                    .orElseGet(() -> CompletableFuture.completedFuture(List.of()))
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return List.of(); // no access, no such folder: an error at the prompt is for the snippet that reads it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private CompletableFuture<List<String>> ask(String folder, Configuration conf) {
        var answer = CompletableFuture.supplyAsync(() -> names(folder, conf));
        CompletableFuture.delayedExecutor(FRESH_SECONDS, TimeUnit.SECONDS).execute(() -> asked.remove(folder, answer));
        return answer;
    }

    private static List<String> names(String folder, Configuration conf) {
        var names = new ArrayList<String>();
        try {
            var files = FileSystem.get(URI.create(folder), conf).listStatusIterator(new Path(folder));
            while (files.hasNext() && names.size() < MOST) {
                var file = files.next();
                names.add(file.getPath().getName() + (file.isDirectory() ? "/" : ""));
            }
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
        return names;
    }
}
