package dev.kindling.storage;

import java.util.Locale;

/**
 * How the connector reads files of which it is not told more: {@code fs.s3a.experimental.input.fadvise}.
 *
 * <pre>{@code
 * S3Options logs = S3Options.defaults().readPolicy(ReadPolicy.SEQUENTIAL);
 * }</pre>
 */
public enum ReadPolicy {
    /** From the start to the end in one request, until a reader goes back; then like {@link #RANDOM}. */
    ADAPTIVE,
    /** A request for each range: for columnar files, and for no others. */
    RANDOM,
    /** From the start to the end in one request: for text and whatever else is read whole. */
    SEQUENTIAL;

    /** As Hadoop has it. */
    String hadoopName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
