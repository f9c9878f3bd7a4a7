package dev.kindling.value;

import dev.kindling.internal.text.Names;
import dev.kindling.internal.text.Ordered;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name under which a port of the driver is reached from outside of the cluster. Immutable and thread-safe.
 *
 * <pre>{@code
 * Ingress page = Ingress.at("spark.example.org/nightly").tls("spark-tls").className("nginx");
 * }</pre>
 *
 * <p>Rules: {@code Ingress} of Kubernetes; a path is cut off before the driver sees it, which the operators only do for
 * the nginx controller.
 *
 * @param host name of the host
 * @param path what follows it, with a leading slash; {@code "/"} for everything
 * @param tlsSecret Secret with the host's certificate
 * @param className which controller serves it; default: the cluster's, with Kubeflow's operator always the operator's
 * @param annotations for the controller
 */
public record Ingress(
        String host,
        String path,
        Optional<String> tlsSecret,
        Optional<String> className,
        Map<String, String> annotations) {
    private static final Pattern URL = Pattern.compile("([^/]+)(/\\S*)?");

    /** Refuses hosts that DNS cannot have. */
    public Ingress {
        annotations = Ordered.copy(annotations);
        Names.requireSubdomain("Host", "Ingress.at", host);
        tlsSecret.ifPresent(name -> Names.requireSubdomain("Secret", ".tls", name));
        className.ifPresent(name -> Names.requireSubdomain("Ingress class", ".className", name));
        if (!path.matches("/[-._~A-Za-z0-9/]*")) {
            throw new IllegalArgumentException(
                    "Path \"" + path + "\" of an ingress is not possible: write Ingress.at(\"" + host + "/nightly\")");
        }
    }

    /**
     * A host and, if more than one thing is served there, a path.
     *
     * @param address for example {@code "spark.example.org/nightly"}; no scheme
     */
    public static Ingress at(String address) {
        var url = URL.matcher(address);
        if (address.contains("://") || !url.matches()) {
            throw new IllegalArgumentException("Address \"" + address
                    + "\" is not a host with a path: write Ingress.at(\"spark.example.org/nightly\")");
        }
        var path = url.group(2) == null ? "/" : url.group(2);
        return new Ingress(url.group(1), path, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Served with the certificate of this Secret. */
    public Ingress tls(String secret) {
        return new Ingress(host, path, Optional.of(secret), className, annotations);
    }

    /** Served by the controller of this class. */
    public Ingress className(String name) {
        return new Ingress(host, path, tlsSecret, Optional.of(name), annotations);
    }

    /** Tells the controller something. */
    public Ingress annotation(String key, String value) {
        return new Ingress(host, path, tlsSecret, className, Ordered.with(annotations, Map.of(key, value)));
    }
}
