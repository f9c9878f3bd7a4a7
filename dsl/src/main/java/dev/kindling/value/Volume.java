package dev.kindling.value;

import dev.kindling.internal.text.Names;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something mounted into a pod's Spark container. Immutable and thread-safe. That it has a mount path, an absolute one
 * and of its own, is checked with the whole spec.
 *
 * <pre>{@code
 * Volume certificates = Volume.secret("lake-tls").at("/etc/lake");
 * Volume scratch = Volume.generatedClaim("50Gi", "fast").at("/scratch");
 * }</pre>
 *
 * @param source what is mounted
 * @param mountPath where
 * @param readOnly whether writing is refused; Secrets and ConfigMaps always are
 */
public record Volume(Source source, Optional<String> mountPath, boolean readOnly) {
    private static final Pattern QUANTITY = Pattern.compile("[1-9]\\d{0,11}([KMGTP]i?|k)?");

    /** The Secret of that name, a file for each key. */
    public static Volume secret(String name) {
        return new Volume(new Secret(Names.requireSubdomain("Secret", "Volume.secret", name)), Optional.empty(), true);
    }

    /** The ConfigMap of that name, a file for each key. */
    public static Volume configMap(String name) {
        var source = new ConfigMap(Names.requireSubdomain("Config map", "Volume.configMap", name));
        return new Volume(source, Optional.empty(), true);
    }

    /** An existing PersistentVolumeClaim. */
    public static Volume claim(String name) {
        return of(new Claim(Names.requireSubdomain("Claim", "Volume.claim", name)));
    }

    /** A PersistentVolumeClaim made for each pod, of the cluster's default storage class, for example {@code "50Gi"}. */
    public static Volume generatedClaim(String size) {
        return of(new GeneratedClaim(requireQuantity(size), Optional.empty()));
    }

    /** A PersistentVolumeClaim made for each pod. */
    public static Volume generatedClaim(String size, String storageClass) {
        var name = Names.requireSubdomain("Storage class", "Volume.generatedClaim(\"" + size + "\", ..)", storageClass);
        return of(new GeneratedClaim(requireQuantity(size), Optional.of(name)));
    }

    /** A folder on the node that lives as long as the pod. */
    public static Volume emptyDir() {
        return of(new EmptyDir());
    }

    /** A folder of the node. */
    public static Volume hostPath(String path) {
        return of(new HostPath(path));
    }

    /** Where it is mounted: an absolute path in the container. */
    public Volume at(String path) {
        return new Volume(source, Optional.of(path), readOnly);
    }

    /** Refuses writing. */
    public Volume asReadOnly() {
        return new Volume(source, mountPath, true);
    }

    private static Volume of(Source source) {
        return new Volume(source, Optional.empty(), false);
    }

    private static String requireQuantity(String size) {
        if (!QUANTITY.matcher(size).matches()) {
            throw new IllegalArgumentException("Claim size \"" + size
                    + "\" is not a storage quantity of Kubernetes: write Volume.generatedClaim(\"50Gi\")");
        }
        return size;
    }

    /** What can be mounted. */
    public sealed interface Source {}

    /** A Secret by name. */
    public record Secret(String name) implements Source {}

    /** A ConfigMap by name. */
    public record ConfigMap(String name) implements Source {}

    /** An existing claim by name. */
    public record Claim(String name) implements Source {}

    /** A claim made for each pod; {@code size} is a Kubernetes quantity. */
    public record GeneratedClaim(String size, Optional<String> storageClass) implements Source {}

    /** A folder that lives as long as the pod. */
    public record EmptyDir() implements Source {}

    /** A folder of the node. */
    public record HostPath(String path) implements Source {}
}
