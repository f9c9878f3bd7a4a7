package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.Problem;
import dev.kindling.run.SparkManifest;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** From a resource's tree to its text. */
final class Text {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private Text() {}

    static SparkManifest of(Map<String, Object> resource, List<Problem> warnings) {
        var comments = warnings.stream().map(warning -> "# " + warning + "\n").collect(Collectors.joining());
        var metadata = (Map<?, ?>) resource.get("metadata");
        return new SparkManifest(
                String.valueOf(resource.get("apiVersion")),
                String.valueOf(resource.get("kind")),
                String.valueOf(metadata.get("name")),
                warnings,
                comments + YAML.asYaml(resource));
    }
}
