package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.StatusException;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** Bytes to objects and back. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static Buffer write(JsonNode node) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON, or YAML where the body is not JSON: apply patches and manifests may be either. */
    static JsonNode read(Buffer body) {
        byte[] bytes = body.getBytes();
        if (isBinary(bytes)) {
            throw StatusException.unsupportedMediaType("the body is protobuf: write it as application/json");
        }
        try {
            return isJson(body) ? MAPPER.readTree(bytes) : Yaml.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw StatusException.badRequest("the body could not be read: " + e.getMessage());
        }
    }

    static ObjectNode readObject(Buffer body) {
        if (read(body) instanceof ObjectNode object) {
            return object;
        }
        throw StatusException.badRequest("the body is not a JSON object");
    }

    static ObjectNode object(String apiVersion, String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("apiVersion", apiVersion);
    }

    /** The object in the version that was asked for: versions differ in nothing but their name here. */
    static ObjectNode inVersion(ResourceType type, ObjectNode object) {
        return object.path("apiVersion").asText().equals(type.apiVersion())
                ? object
                : object.deepCopy().put("apiVersion", type.apiVersion());
    }

    static boolean isJson(Buffer body) {
        int i = 0;
        while (i < body.length() && Character.isWhitespace(body.getByte(i))) {
            i++;
        }
        return i < body.length() && (body.getByte(i) == '{' || body.getByte(i) == '[');
    }

    /** The four bytes before every protobuf object of Kubernetes. */
    private static boolean isBinary(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'k' && bytes[1] == '8' && bytes[2] == 's' && bytes[3] == 0;
    }

    /** Loaded when the first YAML comes, which may be never. */
    private static final class Yaml {
        private static final ObjectMapper MAPPER = new ObjectMapper(new YAMLFactory());
    }
}
