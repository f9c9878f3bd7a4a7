package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.embedded.internal.boot.ControlPlane;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** A response that is read line by line while it comes. */
final class WatchLines implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedReader reader;

    private WatchLines(BufferedReader reader) {
        this.reader = reader;
    }

    static WatchLines open(ControlPlane plane, String path, String accept)
            throws IOException, InterruptedException, GeneralSecurityException {
        HttpClient client =
                HttpClient.newBuilder().sslContext(Trust.in(plane.authority())).build();
        HttpRequest request = HttpRequest.newBuilder(plane.uri().resolve(path))
                .header("Authorization", "Bearer " + plane.token().reveal())
                .header("Accept", accept.isEmpty() ? "application/json" : accept)
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return new WatchLines(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    String line() throws IOException {
        String line = reader.readLine();
        return line == null ? "END" : line;
    }

    JsonNode nextJson() throws IOException {
        return JSON.readTree(line());
    }

    /** {@code ADDED name}, or END. */
    String next() throws IOException {
        String line = line();
        if (line.equals("END")) {
            return line;
        }
        JsonNode event = JSON.readTree(line);
        return event.path("type").asText() + " "
                + event.at("/object/metadata/name").asText();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
