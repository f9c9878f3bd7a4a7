package dev.kindling.embedded.internal.boot;

import dev.kindling.embedded.internal.tls.BearerToken;
import dev.kindling.embedded.internal.tls.ServerIdentity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The file every Kubernetes client understands: where the server is, whom to trust, what to show. */
public final class Kubeconfig {
    private static final String TEMPLATE =
            """
            apiVersion: v1
            kind: Config
            current-context: kindling
            clusters:
            - name: kindling
              cluster:
                server: %s
                certificate-authority-data: %s
            users:
            - name: kindling
              user:
                token: %s
            contexts:
            - name: kindling
              context:
                cluster: kindling
                user: kindling
                namespace: default
            """;

    private Kubeconfig() {}

    /** True for what {@link #text} made, whatever its server. */
    static boolean isOurs(String text) {
        return text.startsWith(TEMPLATE.substring(0, TEMPLATE.indexOf("%s")));
    }

    public static String text(URI server, ServerIdentity identity, BearerToken token) {
        byte[] authority = identity.authorityPem().getBytes(StandardCharsets.US_ASCII);
        return TEMPLATE.formatted(server, Base64.getEncoder().encodeToString(authority), token.reveal());
    }
}
