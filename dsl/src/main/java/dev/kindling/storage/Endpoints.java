package dev.kindling.storage;

import java.net.URI;

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

    private static String wrong(String endpoint) {
        return "Endpoint \"" + endpoint.replaceAll("//[^/@]*@", "//***@")
                + "\" is not an http or https address: write S3.minio(\"http://minio.storage.svc:9000\")";
    }
}
