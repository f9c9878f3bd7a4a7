package dev.kindling.storage;

import dev.kindling.internal.text.Ordered;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * An object store that speaks S3, for {@code s3a://} paths of sessions and applications. Immutable and thread-safe.
 *
 * <pre>{@code
 * ApplicationSpec nightly = Spark.application("nightly")
 *         .s3(S3.minio("http://minio.storage.svc:9000").credentials(S3Credentials.secret("minio")));
 * }</pre>
 *
 * <p>Rules: {@code fs.s3a.*} of Hadoop's S3A connector, which image and driver must hold (kindling-s3 brings it for the
 * driver). Output is committed without renames ({@code magic} committer), unless {@link S3Options} says otherwise. Parquet
 * asks for random reads by itself.
 *
 * @param endpoint where pods reach the store; default: Amazon's for the region
 * @param fromHere where this JVM reaches it, if elsewhere
 * @param portForward whether that is a port-forward to the Service behind {@code endpoint}, which verbs with a cluster open;
 *     {@code fromHere} is empty until one has
 * @param region as requests are signed
 * @param pathStyle whether the bucket is part of the path ({@code http://host/bucket}) and not of the host's name
 * @param credentials how pods prove who they are; default: {@link S3Credentials#environment}
 * @param credentialsFromHere how this JVM does; default: like pods, and where those use a Secret, from the environment
 * @param options timeouts, connections and the like
 * @param buckets that are elsewhere or need other credentials, by name
 */
public record S3(
        Optional<URI> endpoint,
        Optional<URI> fromHere,
        boolean portForward,
        String region,
        boolean pathStyle,
        S3Credentials credentials,
        Optional<S3Credentials> credentialsFromHere,
        S3Options options,
        Map<String, S3> buckets) {
    /** Refuses endpoints that are no addresses or hold a password, and what contradicts itself. */
    public S3 {
        endpoint.ifPresent(Endpoints::requireAddress);
        fromHere.ifPresent(Endpoints::requireAddress);
        if (fromHere.isPresent() && endpoint.isEmpty()) {
            throw new IllegalArgumentException("Amazon's S3 has one address for all: write S3.aws(\"" + region
                    + "\") without .fromHere(..), or S3.minio(\"http://..\").fromHere(..)");
        }
        if (portForward) {
            Endpoints.requireService(endpoint);
        }
        if (!region.matches("[a-z0-9][-a-z0-9]*")) {
            throw new IllegalArgumentException(
                    "Region \"" + region + "\" is not one of S3: write .region(\"us-east-1\")");
        }
        if (!pathStyle) {
            endpoint.ifPresent(Endpoints::requireName);
        }
        if (credentialsFromHere.filter(S3Credentials::isForPodsOnly).isPresent()) {
            throw new IllegalArgumentException("A Secret is for pods; this JVM cannot mount it: write"
                    + " .credentialsFromHere(S3Credentials.profile(\"lake\")) or S3Credentials.environment()");
        }
        buckets = Ordered.copy(buckets);
    }

    /**
     * A MinIO server, or another that takes the bucket in the path.
     *
     * @param endpoint where pods reach it, for example {@code "http://minio.storage.svc:9000"}
     */
    public static S3 minio(String endpoint) {
        return at(Optional.of(Endpoints.parse(endpoint)), "us-east-1", true);
    }

    /**
     * Amazon's S3.
     *
     * @param region for example {@code "eu-central-1"}
     */
    public static S3 aws(String region) {
        return at(Optional.empty(), region, false);
    }

    private static S3 at(Optional<URI> endpoint, String region, boolean pathStyle) {
        return new S3(
                endpoint,
                Optional.empty(),
                false,
                region,
                pathStyle,
                S3Credentials.environment(),
                Optional.empty(),
                S3Options.defaults(),
                Map.of());
    }

    /**
     * Where this JVM reaches the store, as names of services are known to pods alone: uploads, checks and a session's
     * driver go there, pods to {@link #endpoint}.
     *
     * @param endpoint for example {@code "http://localhost:9000"}
     */
    public S3 fromHere(String endpoint) {
        return with(Optional.of(Endpoints.parse(endpoint)), false, region, pathStyle);
    }

    /**
     * This JVM reaches the store by a port-forward to a ready pod of its Service, through the API server: uploads, results,
     * checks with a cluster, histories with a cluster and a session's driver. All users of a Service share one, on a free
     * port of the loopback address, from the first to the last. Needs the rights that {@code spec.rbac()} then names. In a
     * pod of that cluster none is opened, as the Service's name is known there.
     *
     * <pre>{@code
     * S3 lake = S3.minio("http://minio.storage.svc:9000").fromHereByPortForward();
     * }</pre>
     *
     * @throws IllegalArgumentException if the endpoint is no name of a Service ({@code name}, {@code name.namespace},
     *     {@code name.namespace.svc}, ...), or is of https: its certificate names the Service, not this machine
     */
    public S3 fromHereByPortForward() {
        return with(Optional.empty(), true, region, pathStyle);
    }

    /** As requests are signed; MinIO's default is us-east-1. */
    public S3 region(String name) {
        return with(fromHere, portForward, name, pathStyle);
    }

    /** Whether the bucket is part of the path; default: yes for MinIO, no for Amazon. */
    public S3 pathStyle(boolean on) {
        return with(fromHere, portForward, region, on);
    }

    /** How pods prove who they are, and this JVM if nothing else is said of it. */
    public S3 credentials(S3Credentials value) {
        return new S3(endpoint, fromHere, portForward, region, pathStyle, value, credentialsFromHere, options, buckets);
    }

    /** How this JVM proves who it is, where pods have credentials of their own. */
    public S3 credentialsFromHere(S3Credentials value) {
        return new S3(
                endpoint, fromHere, portForward, region, pathStyle, credentials, Optional.of(value), options, buckets);
    }

    /** Timeouts, connections, committer and certificates; those of buckets do not count. */
    public S3 options(S3Options value) {
        return new S3(
                endpoint, fromHere, portForward, region, pathStyle, credentials, credentialsFromHere, value, buckets);
    }

    /**
     * A bucket that is elsewhere or needs other credentials.
     *
     * @throws IllegalArgumentException if the name is none of a bucket, or the store has such buckets itself
     */
    public S3 bucket(String name, S3 store) {
        Bucket.require(name, ".bucket");
        if (!store.buckets.isEmpty()) {
            throw new IllegalArgumentException("The store of bucket \"" + name
                    + "\" names buckets itself: write each of them with .bucket(..) on the outer one");
        }
        return new S3(
                endpoint,
                fromHere,
                portForward,
                region,
                pathStyle,
                credentials,
                credentialsFromHere,
                options,
                Ordered.with(buckets, Map.of(name, store)));
    }

    /** The address as this JVM uses it; that of pods, as long as a port-forward is still to be opened. */
    public Optional<URI> endpointFromHere() {
        return fromHere.or(() -> endpoint);
    }

    /** The store and the credentials that hold for a bucket. */
    public S3 of(String bucket) {
        return buckets.getOrDefault(bucket, this);
    }

    /** The settings of Hadoop's connector as pods need them; keys in them are only referred to. */
    public Map<String, String> hadoopProperties() {
        return HadoopProperties.forPods(this);
    }

    /**
     * The settings of Hadoop's connector for this JVM. Static keys are in them: not for logs.
     *
     * @throws IllegalStateException if a port-forward is still to be opened: only verbs with a cluster do so
     */
    public Map<String, String> hadoopPropertiesFromHere() {
        return HadoopProperties.forHere(this);
    }

    /** The environment variables that pods are given for it, each a key of a Secret in their namespace. */
    public Map<String, S3Credentials.Reference> podVariables() {
        return PodAccess.variables(this);
    }

    /** The Secrets that pods mount for it, each with its folder. */
    public Map<String, String> podMounts() {
        return PodAccess.mounts(this);
    }

    private S3 with(Optional<URI> here, boolean forward, String region, boolean pathStyle) {
        return new S3(endpoint, here, forward, region, pathStyle, credentials, credentialsFromHere, options, buckets);
    }
}
