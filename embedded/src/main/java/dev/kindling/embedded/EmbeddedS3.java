package dev.kindling.embedded;

import dev.kindling.embedded.internal.boot.StateFolder;
import dev.kindling.s3proxy.S3Server;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * An object store in this JVM that speaks S3, for tests and tutorials without a MinIO. It listens on 127.0.0.1 only, at a
 * port that was free, and answers nobody without its keys, which are random. What is put there goes with {@link #close}.
 * Any number may run in a JVM. Thread-safe.
 *
 * <pre>{@code
 * try (var store = EmbeddedS3.start();
 *         var session = Spark.session("lake").s3(store.bucket("lake").s3()).startOn(Local.threads(2))) {
 *     session.spark().range(1_000).write().parquet("s3a://lake/numbers");
 * }
 * }</pre>
 *
 * <p>{@code s3a://} paths need kindling-s3 on the class path. The embedded Kubernetes gives it to its pods too.
 */
public final class EmbeddedS3 implements AutoCloseable {
    private static final int KEY_BITS = 160;

    private final StateFolder folder;
    private final S3Server server;
    private final S3Credentials.Keys keys;
    private final Thread hook;
    private boolean closed;

    private EmbeddedS3(StateFolder folder, S3Server server, S3Credentials.Keys keys) {
        this.folder = folder;
        this.server = server;
        this.keys = keys;
        this.hook = new Thread(this::stop, "kindling-s3-close");
    }

    /** Starts one, in a second or two. */
    public static EmbeddedS3 start() {
        var folder = StateFolder.open(Optional.empty());
        var keys = new S3Credentials.Keys(random(), random());
        try {
            var server = S3Server.start(folder.pods(), keys.accessKey(), keys.secretKey());
            var store = new EmbeddedS3(folder, server, keys);
            Runtime.getRuntime().addShutdownHook(store.hook);
            return store;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Makes a bucket; one that is there stays as it is. */
    public EmbeddedS3 bucket(String name) {
        server.createBucket(name);
        return this;
    }

    /** Where it listens. */
    public URI endpoint() {
        return server.endpoint();
    }

    /** The store with its keys, for specs. */
    public S3 s3() {
        return S3.minio(endpoint().toString()).credentials(keys);
    }

    /** Stops it and removes what was put there. Closing twice does nothing. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook has run or will, and finds nothing to do.
        }
    }

    private synchronized void stop() {
        if (!closed) {
            closed = true;
            server.close();
            folder.close();
        }
    }

    private static String random() {
        return new BigInteger(KEY_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
    }
}
