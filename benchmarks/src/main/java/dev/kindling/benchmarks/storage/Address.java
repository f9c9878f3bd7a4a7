package dev.kindling.benchmarks.storage;

import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import java.net.URI;
import java.util.List;

/**
 * A bucket, and the way it is given to a JVM.
 *
 * @param endpoint of the store
 * @param keys for it
 * @param bucket in it
 */
record Address(URI endpoint, S3Credentials.Keys keys, String bucket) {

    static Address parse(List<String> args) {
        return new Address(URI.create(args.get(0)), new S3Credentials.Keys(args.get(1), args.get(2)), args.get(3));
    }

    List<String> args() {
        return List.of(endpoint.toString(), keys.accessKey(), keys.secretKey(), bucket);
    }

    /** The same store by another way. */
    Address through(URI way) {
        return new Address(way, keys, bucket);
    }

    S3 s3() {
        return S3.minio(endpoint.toString()).credentials(keys);
    }

    String folder(String path) {
        return "s3a://" + bucket + "/" + path;
    }
}
