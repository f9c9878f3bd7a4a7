package dev.kindling.benchmarks.storage;

import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.storage.S3Credentials;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A store with a bucket of our own, which is removed at the end: MinIO of KUBECONFIG's cluster, else the embedded one. */
final class BenchmarkStore implements AutoCloseable {

    private static final String MINIO = "minio";

    private final String what;
    private final Address address;
    private final S3Client client;
    private final Runnable end;
    private boolean removed;

    private BenchmarkStore(String what, URI endpoint, S3Credentials.Keys keys, Runnable end) {
        this.what = what;
        this.address = new Address(
                endpoint,
                keys,
                "kindling-benchmark-" + UUID.randomUUID().toString().substring(0, 8));
        this.client = S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKey(), keys.secretKey())))
                .build();
        this.end = end;
    }

    /** Makes the bucket. */
    static BenchmarkStore open() {
        BenchmarkStore store = minio().orElseGet(BenchmarkStore::embedded);
        store.client.createBucket(request -> request.bucket(store.address.bucket()));
        return store;
    }

    private static BenchmarkStore embedded() {
        var server = EmbeddedS3.start();
        var keys = (S3Credentials.Keys) server.s3().credentials();
        return new BenchmarkStore("EmbeddedS3", server.endpoint(), keys, server::close);
    }

    /** Service and Secret as the README of a cluster with MinIO has them. */
    private static Optional<BenchmarkStore> minio() {
        if (Config.autoConfigure(null).getCurrentContext() == null) {
            return Optional.empty();
        }
        try (KubernetesClient cluster = new KubernetesClientBuilder().build()) {
            var service =
                    cluster.services().inNamespace("default").withName(MINIO).get();
            var secret =
                    cluster.secrets().inNamespace("default").withName(MINIO).get();
            if (service == null || secret == null) {
                return Optional.empty();
            }
            var keys = new S3Credentials.Keys(text(secret, "access-key"), text(secret, "secret-key"));
            var endpoint = URI.create("http://" + service.getSpec().getClusterIP() + ":9000");
            BenchmarkStore store = new BenchmarkStore("MinIO of the cluster", endpoint, keys, () -> {});
            // A benchmark that is cut short leaves no bucket behind.
            Runtime.getRuntime().addShutdownHook(new Thread(store::close));
            return Optional.of(store);
        }
    }

    private static String text(Secret secret, String key) {
        return new String(Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
    }

    /** For the report. */
    String what() {
        return what;
    }

    /** Where it is. */
    Address address() {
        return address;
    }

    /** Fails if there is none of this size: who was quicker by bringing less was not quicker. */
    void requireObjectOf(long size) {
        if (client.listObjectsV2Paginator(request -> request.bucket(address.bucket())).contents().stream()
                .noneMatch(object -> object.size() == size)) {
            throw new IllegalStateException("No object of " + size + " bytes is in bucket " + address.bucket());
        }
    }

    /** Removes all objects; so no round finds what another has left. */
    void empty() {
        for (var object : client.listObjectsV2Paginator(request -> request.bucket(address.bucket()))
                .contents()) {
            client.deleteObject(request -> request.bucket(address.bucket()).key(object.key()));
        }
    }

    /** Twice is as good as once. */
    @Override
    public synchronized void close() {
        if (removed) {
            return;
        }
        removed = true;
        empty();
        client.deleteBucket(request -> request.bucket(address.bucket()));
        client.close();
        end.run();
    }
}
