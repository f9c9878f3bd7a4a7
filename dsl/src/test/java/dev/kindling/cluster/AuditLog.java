package dev.kindling.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The API server's audit log, where it is a file beside the kubeconfig's folder (the lab's layout) or named. */
final class AuditLog {

    private final Path file;

    private AuditLog(Path file) {
        this.file = file;
    }

    static Optional<AuditLog> find() {
        Optional<Path> named = Optional.ofNullable(System.getProperty("kindling.cluster.audit"))
                .map(Path::of);
        Optional<Path> labs = Optional.ofNullable(System.getenv("KUBECONFIG"))
                .map(kubeconfig ->
                        Path.of(kubeconfig).resolve("../../log/audit.log").normalize());
        return named.or(() -> labs).filter(Files::isReadable).map(AuditLog::new);
    }

    /** What a preflight asks where it may: a refusal is an answer to it, and nothing that a run needs. */
    static final Set<String> ASKED_BY_PREFLIGHT = Set.of("list nodes", "list resourcequotas", "list events");

    /** What a service account asked for and was refused, as {@code verb resource}. */
    List<String> forbidden(String namespace, String account) throws IOException {
        return calls(namespace, account).stream()
                .filter(call -> call.at("/responseStatus/code").asInt() == 403)
                .map(AuditLog::summary)
                .toList();
    }

    /** Every kind of call that a service account made, as {@code verb resource}. */
    List<String> used(String namespace, String account) throws IOException {
        return calls(namespace, account).stream()
                .map(AuditLog::summary)
                .distinct()
                .sorted()
                .toList();
    }

    private List<JsonNode> calls(String namespace, String account) throws IOException {
        String user = "system:serviceaccount:" + namespace + ":" + account;
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> calls = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : lines.filter(text -> text.contains(user)).toList()) {
                JsonNode call = json.readTree(line);
                if (call.at("/user/username").asText().equals(user)) {
                    calls.add(call);
                }
            }
        }
        return calls;
    }

    private static String summary(JsonNode call) {
        String part = call.at("/objectRef/subresource").asText();
        return call.at("/verb").asText() + " " + call.at("/objectRef/resource").asText()
                + (part.isEmpty() ? "" : "/" + part);
    }
}
