package dev.kindling.internal.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Does once, with a small object of its own, what Spark does with a bucket: list, write, read, delete; or lists alone. It
 * also runs in pods, where there are Spark's libraries and nothing else of Kindling but {@link PodProbe}.
 */
final class StoreProbe {
    private static final byte[] CONTENT =
            "written by Kindling to see whether it can be\n".getBytes(StandardCharsets.UTF_8);

    private final Map<String, String> properties;
    private final String bucket;

    /** The call that is being made. */
    private String call = "";

    StoreProbe(Map<String, String> properties, String bucket) {
        this.properties = properties;
        this.bucket = bucket;
    }

    /** What went wrong first. */
    record Failure(String call, String text) {}

    Optional<Failure> run() {
        return run(true);
    }

    /** Lists one object, and leaves it at that. */
    Optional<Failure> read() {
        return run(false);
    }

    private Optional<Failure> run(boolean writes) {
        var root = URI.create("s3a://" + bucket + "/");
        call = "connect to";
        try (var files = FileSystem.newInstance(root, settings())) {
            call = "list";
            files.listStatusIterator(new Path(root)).hasNext();
            if (writes) {
                object(files, new Path(root.resolve(".kindling-probe-" + UUID.randomUUID())));
            }
            return Optional.empty();
        } catch (IOException | RuntimeException | LinkageError e) {
            return Optional.of(new Failure(call, text(e)));
        }
    }

    private void object(FileSystem files, Path object) throws IOException {
        call = "write";
        try (var out = files.create(object)) {
            out.write(CONTENT);
        }
        call = "read";
        try (var in = files.open(object)) {
            if (!Arrays.equals(in.readAllBytes(), CONTENT)) {
                throw new IOException("the object that was read is not the one that was written");
            }
        }
        call = "delete";
        files.delete(object, false);
    }

    /** One try: what Hadoop has by default goes on for minutes where nobody listens. */
    private Configuration settings() {
        var settings = new Configuration();
        properties.forEach(settings::set);
        settings.set("fs.s3a.attempts.maximum", "1");
        settings.set("fs.s3a.retry.limit", "1");
        settings.set("fs.s3a.retry.interval", "100ms");
        settings.set("fs.s3a.connection.establish.timeout", "15s");
        settings.set("fs.s3a.connection.timeout", "15s");
        settings.set("fs.s3a.connection.request.timeout", "20s");
        settings.set("fs.s3a.paging.maximum", "1");
        // A mark for a folder that an object lies in no more would be left behind.
        settings.set("fs.s3a.create.performance", "true");
        return settings;
    }

    private static String text(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining("\nCaused by: "));
    }
}
