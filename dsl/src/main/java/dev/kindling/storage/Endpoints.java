package dev.kindling.storage;

import dev.kindling.internal.text.ServiceName;
import java.net.URI;
import java.util.Optional;

/** What an address of a store may be. */
final class Endpoints {
    private Endpoints() {}

    static URI parse(String endpoint) {
        try {
            return URI.create(endpoint);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(wrong(endpoint), e);
        }
    }

    static void requireAddress(URI endpoint) {
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null || endpoint.getUserInfo() != null) {
            throw new IllegalArgumentException(wrong(endpoint.toString()));
        }
    }

    /** Without path style the bucket goes before the host, which a number cannot have. */
    static void requireName(URI endpoint) {
        if (endpoint.getHost().matches("[\\d.]+|\\[.*")) {
            throw new IllegalArgumentException("Endpoint \"" + endpoint
                    + "\" is a number, so a bucket cannot be part of the host's name: write .pathStyle(true), or the"
                    + " store's name");
        }
    }

    /** A port of a Service can be forwarded, if whoever answers need not be known by the Service's name. */
    static void requireService(Optional<URI> endpoint) {
        var address = endpoint.map(URI::toString).orElse("Amazon's");
        if (endpoint.flatMap(ServiceName::of).isEmpty()) {
            throw new IllegalArgumentException(
                    "Endpoint \"" + address + "\" names no Service of a cluster, and so no port"
                            + " that could be forwarded: write S3.minio(\"http://minio.storage.svc:9000\").fromHereByPortForward(),"
                            + " or no more than the store if this JVM reaches it as it is");
        }
        if (endpoint.filter(uri -> "https".equals(uri.getScheme())).isPresent()) {
            throw new IllegalArgumentException(
                    "Endpoint \"" + address + "\" is of https: its certificate names the Service,"
                            + " and a forwarded port is one of 127.0.0.1, which no client would take for it: write"
                            + " .fromHere(\"https://..\") with an address from outside of the cluster that the certificate names");
        }
    }

    private static String wrong(String endpoint) {
        return "Endpoint \"" + endpoint.replaceAll("//[^/@]*@", "//***@")
                + "\" is not an http or https address: write S3.minio(\"http://minio.storage.svc:9000\")";
    }
}
