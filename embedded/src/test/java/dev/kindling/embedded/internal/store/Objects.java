package dev.kindling.embedded.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Objects for tests. */
public final class Objects {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Objects() {}

    /** JSON with single quotes, for readable tests. */
    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    public static ObjectNode configMap(String name) {
        return json("{'metadata':{'namespace':'default','name':'" + name + "'}}");
    }

    public static ObjectNode pod(String name) {
        return json("{'metadata':{'namespace':'default','name':'" + name
                + "'},'spec':{'containers':[{'name':'main','image':'i:1'}]}}");
    }

    public static ObjectNode namespace(String name) {
        return json("{'metadata':{'name':'" + name + "'}}");
    }
}
