package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The Kubernetes version whose API is followed. */
final class ServerVersion {
    private static final String MAJOR = "1";
    private static final String MINOR = "34";

    private ServerVersion() {}

    static ObjectNode describe() {
        return node().put("major", MAJOR)
                .put("minor", MINOR)
                .put("gitVersion", "v" + MAJOR + "." + MINOR + ".0-kindling")
                .put("gitCommit", "")
                .put("gitTreeState", "")
                .put("buildDate", "")
                .put("goVersion", "")
                .put("compiler", "")
                .put("platform", System.getProperty("os.name") + "/" + System.getProperty("os.arch"));
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
