package dev.kindling.benchmarks.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A program at a terminal of its own, made by {@code script} of util-linux: what it draws is read here, what is typed here it
 * reads. Closing it ends the program and all that it started.
 */
public final class PseudoTerminal implements AutoCloseable {

    private static final Pattern CONTROL = Pattern.compile("\u001b(\\[[0-9;?]*[a-zA-Z]|[=>])");
    /** A program that asks where the cursor is waits for an answer. */
    private static final String WHERE = "\u001b[6n";

    private static final byte[] HERE = "\u001b[1;1R".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final double MB = 1024;

    private final Process process;
    private final StringBuilder drawn = new StringBuilder();
    private int read;

    private PseudoTerminal(Process process) {
        this.process = process;
    }

    /** Starts a command of the shell at a terminal of 120 columns and 40 rows. */
    public static PseudoTerminal start(String command) throws IOException {
        var builder = new ProcessBuilder("script", "-qefc", "stty cols 120 rows 40; exec " + command, "/dev/null");
        builder.environment().put("TERM", "xterm");
        builder.environment().remove("KUBECONFIG");
        var terminal = new PseudoTerminal(builder.redirectErrorStream(true).start());
        var reader = new Thread(terminal::read, "terminal");
        reader.setDaemon(true);
        reader.start();
        return terminal;
    }

    private void read() {
        try (Reader output = process.inputReader(StandardCharsets.UTF_8)) {
            var buffer = new char[8192];
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                take(new String(buffer, 0, count));
            }
        } catch (IOException e) {
            take("\n" + e);
        }
    }

    private synchronized void take(String text) {
        drawn.append(text);
        notifyAll();
        if (text.contains(WHERE)) {
            type(HERE);
        }
    }

    /** Waits for a text after what was waited for before. */
    public synchronized void await(String wanted, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (int found = find(wanted); found < 0; found = find(wanted)) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0 || !process.isAlive()) {
                throw new IllegalStateException("'" + wanted + "' was not seen in:\n" + text());
            }
            wait(Math.min(left, 1000));
        }
        read = find(wanted) + wanted.length();
    }

    private int find(String wanted) {
        return text().indexOf(wanted, read);
    }

    private String text() {
        return CONTROL.matcher(drawn).replaceAll("");
    }

    /** Types a line. */
    public void line(String text) {
        type((text + "\r").getBytes(StandardCharsets.UTF_8));
    }

    private void type(byte[] keys) {
        try {
            OutputStream keyboard = process.getOutputStream();
            keyboard.write(keys);
            keyboard.flush();
        } catch (IOException e) {
            throw new IllegalStateException("The program reads no more:\n" + text(), e);
        }
    }

    /** Resident memory (MB) of the program and all that it started. */
    public double residentMegabytes() throws IOException {
        double sum = 0;
        for (var each : process.descendants().toList()) {
            sum += resident(Path.of("/proc", String.valueOf(each.pid()), "status"));
        }
        return sum;
    }

    private static double resident(Path status) throws IOException {
        try {
            var line = RESIDENT.matcher(Files.readString(status));
            return line.find() ? Long.parseLong(line.group(1)) / MB : 0;
        } catch (NoSuchFileException e) {
            return 0; // it has ended meanwhile
        }
    }

    @Override
    public void close() {
        var all = process.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        all.forEach(each -> each.onExit().join());
    }
}
