package dev.kindling.embedded.storage;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A real MinIO, service and Secret {@code minio} of namespace {@code default}, with a bucket for one test class; without
 * it the class is skipped, loudly.
 */
final class Minio implements AutoCloseable {
    static final String IMAGE = System.getProperty("kindling.cluster.image", "localhost/spark:4.1.1") + "-s3a";

    private static final String NAME = "minio";

    final KubernetesClient client;
    final S3Credentials.Keys keys;
    /** Pods know it by its service's name, this machine by its address. */
    final S3 store;

    final String bucket;
    private final S3Client buckets;

    private Minio(KubernetesClient client, S3Credentials.Keys keys, S3 store, String bucket) {
        this.client = client;
        this.keys = keys;
        this.store = store;
        this.bucket = bucket;
        this.buckets = RawStore.client(store.credentials(keys));
        buckets.createBucket(request -> request.bucket(bucket));
    }

    static Minio with(String bucket) {
        var client = new KubernetesClientBuilder()
                .withConfig(Config.autoConfigure(null))
                .build();
        if (client.getConfiguration().getCurrentContext() == null) {
            throw skipped("KUBECONFIG names no cluster", client);
        }
        var service = client.services().inNamespace("default").withName(NAME).get();
        var secret = client.secrets().inNamespace("default").withName(NAME).get();
        if (service == null || secret == null) {
            throw skipped("no MinIO in namespace default", client);
        }
        var keys = new S3Credentials.Keys(text(secret, "access-key"), text(secret, "secret-key"));
        var store = S3.minio("http://minio.default.svc.cluster.local:9000")
                .fromHere("http://" + service.getSpec().getClusterIP() + ":9000");
        return new Minio(client, keys, store, bucket);
    }

    /** The bucket must be empty. */
    @Override
    public void close() {
        buckets.deleteBucket(request -> request.bucket(bucket));
        buckets.close();
        client.close();
    }

    void empty() {
        for (var object : buckets.listObjectsV2Paginator(request -> request.bucket(bucket))
                .contents()) {
            buckets.deleteObject(request -> request.bucket(bucket).key(object.key()));
        }
    }

    List<Long> sizes() {
        return buckets.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::size)
                .toList();
    }

    /** Uploads under way of a file that a run refers to; MinIO tells only those of a whole name. */
    long unfinished(String file) {
        return buckets.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .map(object -> object.key().replaceAll("/runs/.*", "/" + file))
                .distinct()
                .mapToLong(key -> buckets.listMultipartUploads(
                                request -> request.bucket(bucket).prefix(key))
                        .uploads()
                        .size())
                .sum();
    }

    private static IllegalStateException skipped(String why, KubernetesClient client) {
        client.close();
        System.err.println("SKIPPED: tests of MinIO: " + why);
        return abort(why);
    }

    private static String text(Secret secret, String key) {
        return new String(Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
    }
}
