package dev.kindling.shell.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** What {@code -retain} and {@code -restore} keep from one run of the console to the next, in a file beside the history. */
public final class Retained {
    private final Properties values = new Properties();
    private final Optional<Path> file;

    private Retained(Optional<Path> file) {
        this.file = file;
    }

    /** What the file holds, if there is one; without a file it lasts as long as this. */
    public static Retained in(Optional<Path> file) {
        var made = new Retained(file);
        file.filter(Files::isReadable).ifPresent(made::read);
        return made;
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    void put(String key, String value) {
        values.setProperty(key, value);
        write();
    }

    void remove(String key) {
        values.remove(key);
        write();
    }

    /** The texts that were put under this key. */
    public List<String> all(String key) {
        var found = new ArrayList<String>();
        for (var next = get(key + ".0"); next.isPresent(); next = get(key + "." + found.size())) {
            found.add(next.get());
        }
        return found;
    }

    void putAll(String key, List<String> texts) {
        values.keySet().removeIf(each -> each.toString().matches(key + "\\.\\d+"));
        for (int i = 0; i < texts.size(); i++) {
            values.setProperty(key + "." + i, texts.get(i));
        }
        write();
    }

    private void read(Path from) {
        try (var reader = Files.newBufferedReader(from)) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            values.clear(); // as if nothing had been kept
        }
    }

    private void write() {
        if (file.isEmpty()) {
            return;
        }
        try (var writer = Files.newBufferedWriter(file.get())) {
            values.store(writer, "What the console keeps from one run to the next");
        } catch (IOException e) {
            throw new UncheckedIOException("what is to be retained could not be written to " + file.get(), e);
        }
    }
}
