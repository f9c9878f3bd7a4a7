package dev.kindling.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that others sent to some ports of this machine, or got from there, while it was open. */
final class Capture implements AutoCloseable {

    private final Process process;
    private final Path file;

    private Capture(Process process, Path file) {
        this.process = process;
        this.file = file;
    }

    /** Captures on every interface but loopback; needs root and Python, else the test is skipped. */
    static Capture of(Path folder, List<Integer> ports) throws IOException, URISyntaxException {
        Path file = folder.resolve("captured");
        Path script = Path.of(Capture.class.getResource("capture.py").toURI());
        List<String> command = new ArrayList<>(List.of("python3", script.toString(), file.toString()));
        ports.forEach(port -> command.add(port.toString()));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return ThisNode.skip(e.getMessage());
        }
        BufferedReader said = process.inputReader();
        String first = said.readLine();
        if (!"capturing".equals(first)) {
            ThisNode.skip(first + " " + String.join(" ", said.lines().toList()));
        }
        return new Capture(process, file);
    }

    long bytes() throws IOException {
        return Files.size(file);
    }

    boolean holds(String text) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
