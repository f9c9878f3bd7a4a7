package dev.kindling.embedded.internal.kubelet.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A running container. */
public final class ContainerProcess {

    private final Process process;
    private final CompletableFuture<Integer> exit;

    private ContainerProcess(Process process, CompletableFuture<Integer> exit) {
        this.process = process;
        this.exit = exit;
    }

    /**
     * What to run.
     *
     * @param command program and arguments
     * @param environment the whole environment: nothing of this JVM's own is added
     * @param folder where it starts, as this machine sees it
     */
    public record Launch(List<String> command, Map<String, String> environment, Path folder) {}

    /** Starts it as the leader of its own process group. */
    public static ContainerProcess start(Launch launch, Reaper reaper) throws IOException {
        var builder = new ProcessBuilder(reaper.guarded(launch.command()))
                .directory(launch.folder().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        var exit = process.onExit().thenApply(ended -> {
            // What the program leaves behind ends with it, as in a container.
            ProcessGroup.kill(ended.pid());
            reaper.forget(ended.pid());
            return ended.exitValue();
        });
        return new ContainerProcess(process, exit);
    }

    /** Standard output and error together, in the order written. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** Completes with the exit code; 128 + n when signal n ended it. */
    public CompletableFuture<Integer> exit() {
        return exit;
    }

    /** SIGTERM to the program, as a kubelet sends it. */
    public void terminate() {
        process.destroy();
    }

    /** SIGKILL to the program and everything it started. */
    public void kill() {
        if (process.isAlive()) {
            ProcessGroup.kill(process.pid());
            process.destroyForcibly();
        }
    }
}
