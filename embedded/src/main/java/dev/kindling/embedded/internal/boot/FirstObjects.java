package dev.kindling.embedded.internal.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** What is there when nobody has made anything yet: a namespace, a node, and the types of both Spark operators. */
public final class FirstObjects {
    /** The name of the one node, as pods and events have it. */
    public static final String NODE = "kindling";

    private static final String DEFINITIONS = "/dev/kindling/embedded/internal/spark-definitions.json";

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private FirstObjects() {}

    public static void create(ObjectStore store) {
        store.create(ResourceTypes.NAMESPACES, named("default"));
        store.create(ResourceTypes.NODES, node());
        for (JsonNode definition : definitions()) {
            store.create(ResourceTypes.DEFINITIONS, (ObjectNode) definition);
        }
    }

    private static ObjectNode node() {
        ObjectNode node = named(NODE);
        ObjectNode status = node.putObject("status");
        for (String amounts : new String[] {"capacity", "allocatable"}) {
            status.putObject(amounts)
                    .put("cpu", Integer.toString(Runtime.getRuntime().availableProcessors()))
                    .put("memory", MACHINE.getTotalMemorySize() / 1024 + "Ki")
                    .put("pods", "110");
        }
        status.putArray("addresses").addObject().put("type", "InternalIP").put("address", "127.0.0.1");
        status.putObject("nodeInfo")
                .put("operatingSystem", System.getProperty("os.name"))
                .put("architecture", System.getProperty("os.arch"))
                .put("containerRuntimeVersion", "processes")
                .put("kubeletVersion", "kindling");
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        status.putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", "True")
                .put("reason", "KubeletReady")
                .put("message", "pods run as processes of this machine")
                .put("lastHeartbeatTime", now)
                .put("lastTransitionTime", now);
        return node;
    }

    private static JsonNode definitions() {
        try (InputStream in = FirstObjects.class.getResourceAsStream(DEFINITIONS)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, DEFINITIONS));
        } catch (IOException e) {
            throw new UncheckedIOException(DEFINITIONS, e);
        }
    }

    private static ObjectNode named(String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Meta.of(object).put("name", name);
        return object;
    }
}
