package dev.kindling.embedded.internal.kubelet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Mounts at their true paths: the container gets a mount namespace in which the volumes lie where the pod says. Linux only,
 * and only where the kernel lets this user make such a namespace.
 */
public final class MountNamespace {

    private static final Optional<MountNamespace> SUPPORTED = detect();

    private final List<String> unshare;

    private MountNamespace(List<String> unshare) {
        this.unshare = unshare;
    }

    /** Empty where the kernel or a policy forbids it. Tried once per JVM, in some 50 ms. */
    public static Optional<MountNamespace> supported() {
        return SUPPORTED;
    }

    /**
     * The command that becomes {@code command} inside the namespace.
     *
     * @param folder a folder for the root and the list of steps; created
     * @param mounts path inside the container to file or folder of this machine
     */
    public List<String> wrap(Path folder, Map<Path, Path> mounts, Path workingFolder, List<String> command) {
        try {
            Path root = Files.createDirectories(folder.resolve("root"));
            Path steps = Files.write(folder.resolve("steps"), MountSteps.of(mounts));
            var whole = new ArrayList<>(unshare);
            whole.addAll(Scripts.command("mounts.sh", root.toString(), steps.toString()));
            // chroot starts in the root folder; containers start in their working folder.
            whole.addAll(List.of("/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", workingFolder.toString()));
            whole.addAll(command);
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException("preparing the mounts of a container", e);
        }
    }

    private static Optional<MountNamespace> detect() {
        if (!ProcessGroup.onPath("unshare")) {
            return Optional.empty();
        }
        // Root needs no user namespace, and many machines that forbid user namespaces still let root unshare.
        return List.of(List.of("unshare", "-m"), List.of("unshare", "-Urm")).stream()
                .map(MountNamespace::new)
                .filter(MountNamespace::works)
                .findFirst();
    }

    private boolean works() {
        try {
            Path folder = Files.createTempDirectory("kindling-mounts");
            Path marker = Files.createTempFile(folder, "marker", "");
            var command = wrap(
                    folder,
                    Map.of(Path.of("/kindling/probe"), marker),
                    folder,
                    List.of("test", "-f", "/kindling/probe"));
            Process probe = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean works = probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
            probe.destroyForcibly();
            FileTrees.delete(folder);
            return works;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
