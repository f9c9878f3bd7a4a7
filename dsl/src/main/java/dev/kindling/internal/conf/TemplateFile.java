package dev.kindling.internal.conf;

import dev.kindling.internal.text.Names;
import dev.kindling.value.PodTemplate;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads and checks a user's pod template before Spark does: an error there ends the JVM. */
final class TemplateFile {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private TemplateFile() {}

    static Pod read(Path file) {
        if (parsed(file) instanceof Pod pod) {
            return checked(pod, file.toString());
        }
        throw new IllegalArgumentException(file + " holds no Pod");
    }

    private static Object parsed(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
        try {
            return YAML.unmarshal(text);
        } catch (RuntimeException e) {
            // The client's own exception or the YAML parser's, which is no part of any API.
            throw new IllegalArgumentException(file + " is neither YAML nor JSON of one object", e);
        }
    }

    static Pod changed(Pod pod, PodTemplate template) {
        if (template.change().isEmpty()) {
            return pod;
        }
        try {
            return template.change().get().apply(new PodBuilder(pod)).build();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(".template(pod -> ..) failed: " + e, e);
        }
    }

    static Pod checked(Pod pod, String from) {
        noUnknown(from, "the pod", pod.getAdditionalProperties());
        if (pod.getSpec() == null) {
            throw new IllegalArgumentException(from + " has no spec");
        }
        noUnknown(from, "spec", pod.getSpec().getAdditionalProperties());
        for (var container : pod.getSpec().getContainers()) {
            noUnknown(from, "a container", container.getAdditionalProperties());
            if (container.getName() != null && !Names.isLabel(container.getName())) {
                throw new IllegalArgumentException(from + " names a container \"" + container.getName() + "\"");
            }
        }
        return pod;
    }

    /** The client keeps fields it does not know, the API server drops or refuses them: a typing error shows here. */
    private static void noUnknown(String from, String where, Map<String, Object> unknown) {
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(from + " has unknown fields in " + where + ": " + unknown.keySet());
        }
    }
}
