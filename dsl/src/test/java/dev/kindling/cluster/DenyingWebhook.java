package dev.kindling.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An admission webhook on this machine that takes no pod of a namespace; for an API server on the same machine. */
final class DenyingWebhook implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    private final HttpsServer server;
    private final String authority;

    DenyingWebhook(Path folder) throws IOException, GeneralSecurityException {
        var file = folder.resolve("webhook.p12");
        ThisNode.command(
                "keytool",
                "-genkeypair",
                "-alias",
                "webhook",
                "-keyalg",
                "EC",
                "-dname",
                "CN=webhook",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        var keys = KeyStore.getInstance("PKCS12");
        try (var stream = Files.newInputStream(file)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        authority = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.getCertificate("webhook").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", DenyingWebhook::deny);
        server.start();
    }

    /** The object by which the API server is told of it. */
    String configuration(String namespace) {
        return """
                {"apiVersion": "admissionregistration.k8s.io/v1", "kind": "ValidatingWebhookConfiguration",
                 "metadata": {"name": "kindling-denying"},
                 "webhooks": [{"name": "owners.kindling.example", "admissionReviewVersions": ["v1"],
                   "sideEffects": "None", "failurePolicy": "Fail",
                   "clientConfig": {"url": "https://127.0.0.1:%d/", "caBundle": "%s"},
                   "namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "%s"}},
                   "rules": [{"apiGroups": [""], "apiVersions": ["v1"], "operations": ["CREATE"],
                     "resources": ["pods"]}]}]}
                """
                .formatted(
                        server.getAddress().getPort(),
                        Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.US_ASCII)),
                        namespace);
    }

    private static void deny(HttpExchange exchange) throws IOException {
        var json = new ObjectMapper();
        var review = json.readTree(exchange.getRequestBody());
        var answer =
                json.createObjectNode().put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
        var response = answer.putObject("response")
                .put("uid", review.at("/request/uid").asText())
                .put("allowed", false);
        response.putObject("status")
                .put("message", "pods of this namespace say who owns them")
                .put("code", 403);
        var body = json.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
