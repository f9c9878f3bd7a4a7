package dev.kindling.embedded.internal.api;

import dev.kindling.embedded.internal.store.StatusException;
import dev.kindling.embedded.internal.tls.BearerToken;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who has the token and means this server. Whoever gets past can start processes as the user of this JVM; the
 * check of the host keeps a web page out that has its own name pointed at the loopback address.
 */
final class AccessGuard {
    private static final Set<String> OWN_NAMES =
            Set.of("127.0.0.1", "localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc");

    private final BearerToken token;

    AccessGuard(BearerToken token) {
        this.token = token;
    }

    void check(HttpServerRequest request) {
        String authorization = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        if (!token.isIn(authorization)) {
            throw StatusException.unauthorized();
        }
        HostAndPort asked = request.authority();
        if (asked == null || !OWN_NAMES.contains(asked.host())) {
            throw StatusException.misdirected("this server does not answer for the host "
                    + Optional.ofNullable(request.getHeader(HttpHeaders.HOST)).orElse("(none)"));
        }
    }
}
