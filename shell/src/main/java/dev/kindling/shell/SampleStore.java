package dev.kindling.shell;

import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.storage.S3;
import java.util.Optional;

/**
 * The object store of a sample.
 *
 * <pre>{@code
 * SampleStore store = context.store();
 * SessionSpec spec = Spark.session("lake").s3(store.s3());
 * long rows = context.inSession(spec, spark -> spark.read().parquet(store.folder("readings")).count());
 * }</pre>
 *
 * @param s3 where it is, with its keys
 * @param bucket that is there
 */
public record SampleStore(S3 s3, String bucket) {

    /** An address in the bucket. */
    public String folder(String name) {
        return "s3a://" + bucket + "/" + name;
    }

    /**
     * What the command line says of it.
     *
     * @param s3 empty: one in this JVM
     */
    record Wanted(Optional<S3> s3, String bucket) {}

    /** One that is there until it is given up. */
    record Open(SampleStore store, Runnable giveUp) implements AutoCloseable {
        static Open of(Wanted wanted) {
            return wanted.s3()
                    .map(s3 -> new Open(new SampleStore(s3, wanted.bucket()), () -> {}))
                    .orElseGet(() -> inThisJvm(wanted.bucket()));
        }

        private static Open inThisJvm(String bucket) {
            var started = EmbeddedS3.start().bucket(bucket);
            return new Open(new SampleStore(started.s3(), bucket), started::close);
        }

        @Override
        public void close() {
            giveUp.run();
        }
    }
}
