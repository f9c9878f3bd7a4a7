package dev.kindling.internal.logs;

import java.net.URI;

/**
 * Which run of all: folders are named after it.
 *
 * @param cluster host and port of the API server
 * @param uid of the custom resource: a name may be used again
 */
public record RunKey(String cluster, String namespace, String name, String uid) {

    public static RunKey of(URI apiServer, String namespace, String name, String uid) {
        var host = apiServer.getHost().replaceAll("[^A-Za-z0-9.]", "-");
        return new RunKey(apiServer.getPort() < 0 ? host : host + "-" + apiServer.getPort(), namespace, name, uid);
    }
}
