package dev.kindling.storage;

import java.time.Duration;
import java.util.Optional;

/**
 * How the connector talks to a store. Immutable and thread-safe.
 *
 * <pre>{@code
 * S3 far = S3.aws("eu-central-1").options(S3Options.defaults().requestTimeout(Duration.ofMinutes(5)).connections(200));
 * }</pre>
 *
 * <p>What is left empty is as Hadoop has it: 30 s, 200 s, 500 connections (its threads need no more). It raises times
 * under 15 s to that.
 *
 * @param connectTimeout {@code fs.s3a.connection.establish.timeout}
 * @param requestTimeout how long an answer may take: {@code fs.s3a.connection.timeout}
 * @param connections at most, of one process: {@code fs.s3a.connection.maximum}
 * @param magicCommitter whether tasks upload to where the data belongs, and the job's end only completes that; else files
 *     are renamed, which for an object store means to copy them
 * @param trustStore the certificates that pods trust, instead of the image's
 * @param readPolicy of files whose readers have none: {@code fs.s3a.experimental.input.fadvise}
 * @param connectorInImage whether sessions need not send the connector's jars to executors
 */
public record S3Options(
        Optional<Duration> connectTimeout,
        Optional<Duration> requestTimeout,
        Optional<Integer> connections,
        boolean magicCommitter,
        Optional<S3Credentials.Reference> trustStore,
        Optional<ReadPolicy> readPolicy,
        boolean connectorInImage) {

    private static final S3Options DEFAULTS = new S3Options(
            Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty(), Optional.empty(), false);

    /** Refuses times and numbers that are none. */
    public S3Options {
        connectTimeout.ifPresent(time -> require(time, ".connectTimeout(Duration.ofSeconds(30))"));
        requestTimeout.ifPresent(time -> require(time, ".requestTimeout(Duration.ofMinutes(3))"));
        if (connections.filter(number -> number < 1).isPresent()) {
            throw new IllegalArgumentException(connections.get() + " connections are too few: write .connections(200)");
        }
    }

    /** Hadoop's own times and numbers, and the magic committer. */
    public static S3Options defaults() {
        return DEFAULTS;
    }

    /** How long a connection may take to come about. */
    public S3Options connectTimeout(Duration time) {
        return new S3Options(
                Optional.of(time),
                requestTimeout,
                connections,
                magicCommitter,
                trustStore,
                readPolicy,
                connectorInImage);
    }

    /** How long an answer may take. */
    public S3Options requestTimeout(Duration time) {
        return new S3Options(
                connectTimeout,
                Optional.of(time),
                connections,
                magicCommitter,
                trustStore,
                readPolicy,
                connectorInImage);
    }

    /** How many connections a process may hold. */
    public S3Options connections(int number) {
        return new S3Options(
                connectTimeout,
                requestTimeout,
                Optional.of(number),
                magicCommitter,
                trustStore,
                readPolicy,
                connectorInImage);
    }

    /** Whether output is committed without renames; needs spark-hadoop-cloud in image and driver. Default: yes. */
    public S3Options magicCommitter(boolean on) {
        return new S3Options(connectTimeout, requestTimeout, connections, on, trustStore, readPolicy, connectorInImage);
    }

    /**
     * Certificates for https to a store with a private authority, as a file that Java reads ({@code keytool -importcert}).
     * Pods then trust these alone. This JVM has its own: {@code -Djavax.net.ssl.trustStore}.
     *
     * @param secret in the pods' namespace
     * @param key the Secret's key that holds the file, such as {@code "truststore.p12"}
     */
    public S3Options trustStore(String secret, String key) {
        return new S3Options(
                connectTimeout,
                requestTimeout,
                connections,
                magicCommitter,
                Optional.of(new S3Credentials.Reference(secret, key)),
                readPolicy,
                connectorInImage);
    }

    /**
     * How files are read by those who do not say it themselves, such as readers of text and Avro; Parquet and ORC ask for
     * random reads, and Parquet for several ranges at once. Default: Hadoop's, which adapts.
     */
    public S3Options readPolicy(ReadPolicy policy) {
        return new S3Options(
                connectTimeout,
                requestTimeout,
                connections,
                magicCommitter,
                trustStore,
                Optional.of(policy),
                connectorInImage);
    }

    /**
     * Whether the executors' image has the connector's jars. Default: not known, so sessions send those of kindling-s3 from
     * this class path, 16 MB for each executor; where the image has them too, its own are used.
     */
    public S3Options connectorInImage(boolean present) {
        return new S3Options(
                connectTimeout, requestTimeout, connections, magicCommitter, trustStore, readPolicy, present);
    }

    private static void require(Duration time, String line) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("A time of " + time + " is none to wait: write " + line);
        }
    }
}
