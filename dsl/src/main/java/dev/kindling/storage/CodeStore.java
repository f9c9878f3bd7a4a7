package dev.kindling.storage;

import java.net.URI;
import java.time.Duration;

/**
 * A folder of an object store that code of this machine is brought to, so that a driver in a pod finds it. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * ApplicationSpec nightly = Spark.application("nightly")
 *         .s3(S3.minio("http://minio.storage.svc:9000").credentials(S3Credentials.secret("minio")))
 *         .codeIn(CodeStore.at("s3a://lake/code"))
 *         .jar(Path.of("target/etl.jar"));
 * }</pre>
 *
 * <p>Each file is there once, under the SHA-256 of its content, and beside it a reference of every run that may still
 * need it. Deleting a run takes its references away; what no run refers to any more goes after a while.
 *
 * @param folder with scheme {@code s3a}
 * @param keepUnused how long a file stays that no run refers to; zero: it goes with its last run
 */
public record CodeStore(URI folder, Duration keepUnused) {
    /** Refuses what is no folder of a bucket, and negative times. */
    public CodeStore {
        if (!"s3a".equals(folder.getScheme()) || folder.getHost() == null && folder.getAuthority() == null) {
            throw new IllegalArgumentException(
                    "\"" + folder + "\" is no folder of an object store: write CodeStore.at(\"s3a://lake/code\")");
        }
        if (folder.getPath().replace("/", "").isEmpty()) {
            throw new IllegalArgumentException("\"" + folder
                    + "\" is a whole bucket; code gets a folder of its own: write CodeStore.at(\"s3a://"
                    + folder.getAuthority() + "/code\")");
        }
        if (keepUnused.isNegative()) {
            throw new IllegalArgumentException(
                    keepUnused + " is no time to keep files: write .keepUnused(Duration.ofHours(1))");
        }
    }

    /**
     * Unused files stay for an hour.
     *
     * @param folder for example {@code "s3a://lake/code"}; nothing else should be in it
     * @throws IllegalArgumentException if it is none
     */
    public static CodeStore at(String folder) {
        return new CodeStore(parsed(folder), Duration.ofHours(1));
    }

    /** How long a file stays after the last run that needed it is deleted: the next one need not bring it again. */
    public CodeStore keepUnused(Duration time) {
        return new CodeStore(folder, time);
    }

    /** The name alone. */
    public String bucket() {
        return folder.getAuthority();
    }

    private static URI parsed(String folder) {
        try {
            return URI.create(folder.replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + folder + "\" is no address: write CodeStore.at(\"s3a://lake/code\")", e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
