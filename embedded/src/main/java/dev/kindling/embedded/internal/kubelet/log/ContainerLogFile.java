package dev.kindling.embedded.internal.kubelet.log;

import dev.kindling.embedded.internal.api.PodLogs.ContainerLog;
import dev.kindling.embedded.internal.api.PodLogs.Subscription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** One container's log in the format of container runtimes: {@code <time> stdout F <text>}. Thread-safe. */
public final class ContainerLogFile implements ContainerLog {

    /** Longer lines are cut into several, as container runtimes do. */
    private static final int LONGEST_LINE = 16 * 1024;

    private static final int PUMP_STACK_BYTES = 256 * 1024;

    private final Path file;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile boolean complete;

    public ContainerLogFile(Path file) {
        this.file = file;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public Subscription onGrowth(Runnable callback) {
        followers.add(callback);
        return () -> followers.remove(callback);
    }

    /**
     * Appends what {@code output} brings until it ends. Java can only read a pipe by waiting for it, and the time of a
     * line is known only while it is read: hence one small thread per running container.
     */
    public CompletableFuture<Void> append(String name, InputStream output) {
        complete = false;
        var done = new CompletableFuture<Void>();
        var pump = new Thread(null, () -> pump(output, done), "log of " + name, PUMP_STACK_BYTES);
        pump.setDaemon(true);
        pump.start();
        return done;
    }

    /** No more will come: followers are told, and end. */
    public void end() {
        complete = true;
        followers.forEach(Runnable::run);
    }

    private void pump(InputStream output, CompletableFuture<Void> done) {
        try (output;
                OutputStream log = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] chunk = new byte[LONGEST_LINE];
            var line = new ByteArrayOutputStream();
            for (int read = output.read(chunk); read >= 0; read = output.read(chunk)) {
                write(log, line, chunk, read);
                followers.forEach(Runnable::run);
            }
            if (line.size() > 0) {
                finish(line, new ByteArrayOutputStream()).writeTo(log);
            }
            done.complete(null);
        } catch (IOException e) {
            done.completeExceptionally(e);
        }
    }

    private static void write(OutputStream log, ByteArrayOutputStream line, byte[] chunk, int length)
            throws IOException {
        var whole = new ByteArrayOutputStream();
        for (int i = 0; i < length; i++) {
            if (chunk[i] != '\n') {
                line.write(chunk[i]);
            }
            if (chunk[i] == '\n' || line.size() == LONGEST_LINE) {
                finish(line, whole);
            }
        }
        whole.writeTo(log);
    }

    private static ByteArrayOutputStream finish(ByteArrayOutputStream line, ByteArrayOutputStream whole) {
        whole.writeBytes((Instant.now() + " stdout F ").getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(line.toByteArray());
        whole.write('\n');
        line.reset();
        return whole;
    }
}
