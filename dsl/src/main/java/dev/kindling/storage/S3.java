package dev.kindling.storage;

import java.net.URI;
import java.util.Optional;

/**
 * An object store that speaks S3, for {@code s3a://} paths of sessions and applications. Immutable and thread-safe.
 *
 * <pre>{@code
 * ApplicationSpec nightly = Spark.application("nightly")
 *         .s3(S3.minio("http://minio.storage.svc:9000").credentials(S3Credentials.secret("minio")));
 * }</pre>
 *
 * <p>Rules: {@code fs.s3a.*} of Hadoop's S3A connector, which the image must hold.
 *
 * @param endpoint where pods reach the store; default: Amazon's for the region
 * @param region as requests are signed
 * @param pathStyle whether the bucket is part of the path ({@code http://host/bucket}) and not of the host's name
 * @param credentials how pods prove who they are; default: {@link S3Credentials#environment}
 */
public record S3(Optional<URI> endpoint, String region, boolean pathStyle, S3Credentials credentials) {
    /** Refuses endpoints that are no addresses, and those that hold a password. */
    public S3 {
        endpoint.ifPresent(S3::requireAddress);
        if (!region.matches("[a-z0-9][-a-z0-9]*")) {
            throw new IllegalArgumentException(
                    "Region \"" + region + "\" is not one of S3: write .region(\"us-east-1\")");
        }
    }

    /**
     * A MinIO server, or another that takes the bucket in the path.
     *
     * @param endpoint where pods reach it, for example {@code "http://minio.storage.svc:9000"}
     */
    public static S3 minio(String endpoint) {
        return new S3(Optional.of(parsed(endpoint)), "us-east-1", true, S3Credentials.environment());
    }

    /**
     * Amazon's S3.
     *
     * @param region for example {@code "eu-central-1"}
     */
    public static S3 aws(String region) {
        return new S3(Optional.empty(), region, false, S3Credentials.environment());
    }

    /** As requests are signed; MinIO's default is us-east-1. */
    public S3 region(String name) {
        return new S3(endpoint, name, pathStyle, credentials);
    }

    /** Whether the bucket is part of the path; default: yes for MinIO, no for Amazon. */
    public S3 pathStyle(boolean on) {
        return new S3(endpoint, region, on, credentials);
    }

    /** How pods prove who they are. */
    public S3 credentials(S3Credentials value) {
        return new S3(endpoint, region, pathStyle, value);
    }

    private static URI parsed(String endpoint) {
        try {
            return URI.create(endpoint);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(wrong(endpoint), e);
        }
    }

    private static void requireAddress(URI endpoint) {
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null || endpoint.getUserInfo() != null) {
            throw new IllegalArgumentException(wrong(endpoint.toString()));
        }
    }

    private static String wrong(String endpoint) {
        return "Endpoint \"" + endpoint.replaceAll("//[^/@]*@", "//***@")
                + "\" is not an http or https address: write S3.minio(\"http://minio.storage.svc:9000\")";
    }
}
