package dev.kindling.internal.storage;

import dev.kindling.storage.S3;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Does once, with a small object of its own, what Spark does with a bucket: list, write, read, delete. */
final class StoreProbe {
    private static final byte[] CONTENT =
            "written by Kindling to see whether it can be\n".getBytes(StandardCharsets.UTF_8);

    private final S3 store;
    private final String bucket;

    /** The call that is being made. */
    private String call = "";

    StoreProbe(S3 store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /** What went wrong first. */
    record Failure(String call, Exception thrown) {}

    Optional<Failure> run() {
        var root = URI.create("s3a://" + bucket + "/");
        call = "connect to";
        try (var files = FileSystem.newInstance(root, settings())) {
            call = "list";
            files.listStatusIterator(new Path(root)).hasNext();
            object(files, new Path(root.resolve(".kindling-probe-" + UUID.randomUUID())));
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(new Failure(call, e));
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
        store.hadoopPropertiesFromHere().forEach(settings::set);
        settings.set("fs.s3a.attempts.maximum", "1");
        settings.set("fs.s3a.retry.limit", "1");
        settings.set("fs.s3a.retry.interval", "100ms");
        settings.set("fs.s3a.connection.establish.timeout", "15s");
        settings.set("fs.s3a.connection.timeout", "15s");
        settings.set("fs.s3a.connection.request.timeout", "20s");
        // A mark for a folder that an object lies in no more would be left behind.
        settings.set("fs.s3a.create.performance", "true");
        return settings;
    }
}
