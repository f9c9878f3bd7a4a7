package dev.kindling.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * An image registry on this machine's loopback, from which a node on the same machine pulls: {@code private} wants a
 * password, {@code other} is made for another processor, {@code mislabelled} too but does not say so.
 */
final class TinyRegistry implements AutoCloseable {

    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";

    /** The first bytes of a program for 64-bit ARM. */
    private static final String ARM_PROGRAM = "7f454c460201010000000000000000000200b70001000000";

    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();

    TinyRegistry() throws IOException {
        manifests.put("mislabelled", image("amd64"));
        var arm = image("arm64");
        manifests.put(
                "other",
                bytes("{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":["
                        + described(MANIFEST, arm)
                                .replace("}", ",\"platform\":{\"os\":\"linux\",\"architecture\":\"arm64\"}}")
                        + "]}"));
        manifests.values().forEach(manifest -> blobs.put(digest(manifest), manifest));
        server.createContext("/v2/", this::answer);
        server.start();
    }

    String image(String name, String tag) {
        return "127.0.0.1:" + server.getAddress().getPort() + "/" + name + ":" + tag;
    }

    private byte[] image(String architecture) throws IOException {
        var layer = layer();
        var config = bytes("{\"architecture\":\"" + architecture
                + "\",\"os\":\"linux\",\"config\":{\"Entrypoint\":[\"/opt/entrypoint.sh\"]},"
                + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"" + digest(layer) + "\"]}}");
        return bytes("{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":" + described(CONFIG, config)
                + ",\"layers\":[" + described(LAYER, layer) + "]}");
    }

    private static byte[] layer() throws IOException {
        var program = HexFormat.of().parseHex(ARM_PROGRAM + "00".repeat(64));
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            var entry = new TarArchiveEntry("opt/entrypoint.sh");
            entry.setMode(0100755);
            entry.setSize(program.length);
            tar.putArchiveEntry(entry);
            tar.write(program);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    private String described(String type, byte[] blob) {
        blobs.put(digest(blob), blob);
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"" + digest(blob) + "\",\"size\":" + blob.length + "}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var last = path.substring(path.lastIndexOf('/') + 1);
        try (exchange) {
            if (path.startsWith("/v2/private")) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"private\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var name = path.split("/").length > 2 ? path.split("/")[2] : "";
            var body = last.startsWith("sha256:") ? blobs.get(last) : manifests.get(name);
            if (path.equals("/v2/") || body == null) {
                exchange.sendResponseHeaders(path.equals("/v2/") ? 200 : 404, -1);
                return;
            }
            send(exchange, body);
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var type = text.contains(INDEX) ? INDEX : text.contains("\"layers\":[") ? MANIFEST : "application/octet-stream";
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Docker-Content-Digest", digest(body));
        var isHead = exchange.getRequestMethod().equals("HEAD");
        if (isHead) {
            exchange.getResponseHeaders().add("Content-Length", Integer.toString(body.length));
        }
        exchange.sendResponseHeaders(200, isHead ? -1 : body.length);
        if (!isHead) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String digest(byte[] blob) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(blob));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
