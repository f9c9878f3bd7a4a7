package dev.kindling.embedded.internal.kubelet;

import dev.kindling.embedded.internal.kubelet.cluster.ClusterObjects;
import dev.kindling.embedded.internal.kubelet.cluster.FieldPaths;
import dev.kindling.embedded.internal.kubelet.cluster.MissingObjectException;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The environment that a pod's author wrote for a container. */
final class ContainerEnvironment {

    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$|\\(([-._a-zA-Z][-._a-zA-Z0-9]*)\\))");

    private final ClusterObjects objects;
    private final Pod pod;
    private final FieldPaths fields;

    ContainerEnvironment(ClusterObjects objects, Pod pod, String address) {
        this.objects = objects;
        this.pod = pod;
        this.fields = FieldPaths.of(pod, address);
    }

    /**
     * In the order written: later entries can refer to earlier ones.
     *
     * @param given what every container gets; can be referred to and replaced
     * @throws MissingObjectException if a config map, a secret or one of its keys is not there
     */
    Map<String, String> of(Container container, Map<String, String> given) {
        var environment = new LinkedHashMap<>(given);
        for (EnvFromSource source : container.getEnvFrom()) {
            addAll(source, environment);
        }
        for (EnvVar variable : container.getEnv()) {
            value(container, variable, environment).ifPresent(value -> environment.put(variable.getName(), value));
        }
        return environment;
    }

    /** {@code $(NAME)} becomes the value, {@code $$} a dollar; unknown names stay as they are. */
    static String expand(String text, Map<String, String> environment) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            String name = found.group(2);
            String value = name == null ? "$" : environment.getOrDefault(name, found.group());
            return Matcher.quoteReplacement(value);
        });
    }

    private Optional<String> value(Container container, EnvVar variable, Map<String, String> environment) {
        EnvVarSource source = variable.getValueFrom();
        if (source == null) {
            return Optional.of(variable.getValue() == null ? "" : expand(variable.getValue(), environment));
        }
        if (source.getFieldRef() != null) {
            return Optional.of(fields.value(source.getFieldRef().getFieldPath()));
        }
        if (source.getResourceFieldRef() != null) {
            return Optional.of(ContainerResources.of(container).value(source.getResourceFieldRef()));
        }
        if (source.getSecretKeyRef() != null) {
            var ref = source.getSecretKeyRef();
            return key(
                    "secret",
                    ref.getName(),
                    ref.getKey(),
                    ref.getOptional(),
                    objects.secret(namespace(), ref.getName()));
        }
        var ref = source.getConfigMapKeyRef();
        return key(
                "configmap",
                ref.getName(),
                ref.getKey(),
                ref.getOptional(),
                objects.configMap(namespace(), ref.getName()));
    }

    private Optional<String> key(
            String kind, String name, String key, @Nullable Boolean optional, Optional<Map<String, byte[]>> entries) {
        byte[] value = entries.map(map -> map.get(key)).orElse(null);
        if (value != null) {
            return Optional.of(new String(value, StandardCharsets.UTF_8));
        }
        if (Boolean.TRUE.equals(optional)) {
            return Optional.empty();
        }
        throw new MissingObjectException(
                entries.isEmpty()
                        ? kind + " \"" + name + "\" not found"
                        : "couldn't find key " + key + " in " + kind + " " + namespace() + "/" + name);
    }

    private void addAll(EnvFromSource source, Map<String, String> environment) {
        String prefix = source.getPrefix() == null ? "" : source.getPrefix();
        Map<String, byte[]> entries = Map.of();
        if (source.getConfigMapRef() != null) {
            var ref = source.getConfigMapRef();
            entries = Boolean.TRUE.equals(ref.getOptional())
                    ? objects.configMap(namespace(), ref.getName()).orElse(Map.of())
                    : objects.requireConfigMap(namespace(), ref.getName());
        } else if (source.getSecretRef() != null) {
            var ref = source.getSecretRef();
            entries = Boolean.TRUE.equals(ref.getOptional())
                    ? objects.secret(namespace(), ref.getName()).orElse(Map.of())
                    : objects.requireSecret(namespace(), ref.getName());
        }
        entries.forEach((key, value) -> environment.put(prefix + key, new String(value, StandardCharsets.UTF_8)));
    }

    private String namespace() {
        return pod.getMetadata().getNamespace();
    }
}
