package dev.kindling.internal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pod templates as files, the only form in which Spark takes them; gone once the driver's pod is built. */
final class TemplateFiles implements AutoCloseable {

    private final Map<Role, Path> files = new LinkedHashMap<>();
    private @Nullable KubernetesClient reader;

    private TemplateFiles() {}

    static TemplateFiles write(Map<Role, JsonNode> pods) {
        var templates = new TemplateFiles();
        pods.forEach((role, pod) -> templates.write(role, pod.toString()));
        return templates;
    }

    private void write(Role role, String pod) {
        try {
            var file = Files.createTempFile("kindling-" + role.text + "-template-", ".json");
            files.put(role, file);
            Files.writeString(file, pod);
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("A pod template could not be written", e);
        }
    }

    /** A container that the application names itself is the main one. */
    void addTo(Map<String, String> settings) {
        files.forEach((role, file) -> {
            var prefix = "spark.kubernetes." + role.text + ".podTemplate";
            settings.put(prefix + "File", file.toUri().toString());
            settings.putIfAbsent(prefix + "ContainerName", role.container());
        });
    }

    /** Spark parses the driver's template with a client that it makes no call with; without a template it needs none. */
    @Nullable
    KubernetesClient reader() {
        if (files.containsKey(Role.DRIVER) && reader == null) {
            reader = new KubernetesClientBuilder().withConfig(Config.empty()).build();
        }
        return reader;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
        files.values().forEach(file -> file.toFile().delete());
    }
}
