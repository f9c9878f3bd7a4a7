package dev.kindling.embedded.internal.kubelet.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small shell process that outlives this JVM by a moment: it waits for the pipe we hold to close, which also happens
 * when this JVM is ended by SIGKILL, and then ends all containers and removes the state folder.
 */
public final class Reaper implements AutoCloseable {

    private final Path stateFolder;
    private final OutputStream pipe;

    private Reaper(Path stateFolder, OutputStream pipe) {
        this.stateFolder = stateFolder;
        this.pipe = pipe;
    }

    /** Starts watching over {@code stateFolder}, which must exist. */
    public static Reaper over(Path stateFolder) {
        try {
            Files.createDirectories(stateFolder.resolve("pids"));
            Process process = new ProcessBuilder(
                            ProcessGroup.leading(Scripts.command("reaper.sh", stateFolder.toString())))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Reaper(stateFolder, process.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("starting the process that ends pods when this JVM dies", e);
        }
    }

    /** The command that becomes {@code command}, with the same pid, once the reaper is sure to find it. */
    List<String> guarded(List<String> command) {
        var whole = new ArrayList<>(Scripts.command("container.sh", stateFolder.toString()));
        whole.addAll(command);
        return ProcessGroup.leading(whole);
    }

    /** Call when the process has ended: its number may be given to another program soon. */
    void forget(long pid) {
        try {
            Files.deleteIfExists(stateFolder.resolve("pids").resolve(Long.toString(pid)));
        } catch (IOException e) {
            throw new UncheckedIOException("removing the pid file of " + pid, e);
        }
    }

    /** Lets the reaper do its work now: whatever still runs ends, and the state folder is removed. */
    @Override
    public void close() {
        try {
            pipe.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the pipe to the reaper", e);
        }
    }
}
