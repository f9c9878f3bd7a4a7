package dev.kindling.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How an embedded Kubernetes is started. Immutable and thread-safe.
 *
 * <pre>{@code
 * EmbeddedOptions options = EmbeddedOptions.defaults()
 *         .singleAddress(true)
 *         .keepLogs(Path.of("target/pod-logs"));
 * }</pre>
 *
 * @param singleAddress true: all pods at 127.0.0.1, for systems without the rest of 127.0.0.0/8 such as macOS;
 *     default: the system property {@code kindling.embedded.singleAddress}, else false
 * @param folder where all state is while it runs; default: a new temporary folder that is removed on close
 * @param keptLogs where the logs of pods that are gone are kept; default: nowhere
 * @param imagePaths files and folders of this machine that pods find under another path, as if they were part of
 *     their image
 * @param progress told in words about what takes longer, such as the first start's class archive; default: nobody
 */
public record EmbeddedOptions(
        boolean singleAddress,
        Optional<Path> folder,
        Optional<Path> keptLogs,
        Map<String, Path> imagePaths,
        Consumer<String> progress) {

    /** Copies what can change. */
    public EmbeddedOptions {
        imagePaths = Map.copyOf(imagePaths);
    }

    /** What {@link EmbeddedKubernetes#start()} uses. */
    public static EmbeddedOptions defaults() {
        boolean single = Boolean.getBoolean("kindling.embedded.singleAddress");
        return new EmbeddedOptions(single, Optional.empty(), Optional.empty(), Map.of(), message -> {});
    }

    /** Whether all pods share 127.0.0.1. */
    public EmbeddedOptions singleAddress(boolean single) {
        return new EmbeddedOptions(single, folder, keptLogs, imagePaths, progress);
    }

    /**
     * Keeps all state in this folder; it is made if missing, and set to mode 0700. The start is refused if it already
     * holds a {@code pods} or {@code kubeconfig} of somebody else's.
     */
    public EmbeddedOptions folder(Path wanted) {
        return new EmbeddedOptions(singleAddress, Optional.of(wanted), keptLogs, imagePaths, progress);
    }

    /** Keeps the logs of pods that are gone in this folder. */
    public EmbeddedOptions keepLogs(Path wanted) {
        return new EmbeddedOptions(singleAddress, folder, Optional.of(wanted), imagePaths, progress);
    }

    /** Lets pods find {@code file} at {@code path}, for example a jar at {@code /opt/spark/app/etl.jar}. */
    public EmbeddedOptions imagePath(String path, Path file) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("Path in the image \"" + path
                    + "\" is not absolute: write .imagePath(\"/opt/spark/app/etl.jar\", file)");
        }
        Map<String, Path> paths = new LinkedHashMap<>(imagePaths);
        paths.put(path, file);
        return new EmbeddedOptions(singleAddress, folder, keptLogs, paths, progress);
    }

    /** Tells what takes longer. Called on threads of the embedded Kubernetes. */
    public EmbeddedOptions progress(Consumer<String> listener) {
        return new EmbeddedOptions(singleAddress, folder, keptLogs, imagePaths, listener);
    }
}
