package dev.kindling.embedded.storage;

import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What a store holds in truth: a file system shows neither the marks that it makes for folders nor unfinished uploads. */
final class RawStore {
    private RawStore() {}

    /** With the keys of the store, which it holds itself. */
    static S3Client client(S3 store) {
        var keys = (S3Credentials.Keys) store.credentials();
        return S3Client.builder()
                .endpointOverride(store.endpointFromHere().orElseThrow())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .httpClientBuilder(ApacheHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKey(), keys.secretKey())))
                .build();
    }

    static List<String> objects(S3 store, String bucket) {
        try (var client = client(store)) {
            return client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                    .map(S3Object::key)
                    .toList();
        }
    }
}
