package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real API servers take what is rendered, word for word: in strict mode no field is unknown, and neither a webhook nor a
 * definition changes what was said.
 */
@Tag("cluster")
class ManifestClusterIT {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/dev/kindling/manifest"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isTakenAsItIs(Path file) {
        var sent = YAML.unmarshal(read(file), GenericKubernetesResource.class);
        if (!CLUSTER.client().supports(sent.getApiVersion(), sent.getKind())) {
            System.err.println("SKIPPED: " + file.getFileName() + ": the cluster has no such resources");
            abort("no " + sent.getApiVersion() + " " + sent.getKind());
        }
        var answer = CLUSTER.client()
                .genericKubernetesResources(context(sent))
                .inNamespace(CLUSTER.namespace())
                .resource(sent)
                .dryRun(true)
                .fieldValidation(FieldValidateable.Validation.STRICT)
                .create();

        assertThat(contains(tree(answer), tree(sent)))
                .as("%s within %s", sent, answer)
                .isTrue();
    }

    private static JsonNode tree(GenericKubernetesResource resource) {
        return YAML.convertValue(resource.<Object>get("spec"), JsonNode.class);
    }

    /** Servers add empty objects and defaults of their own; what was said must be there unchanged. */
    private static boolean contains(JsonNode all, JsonNode part) {
        if (!part.isObject()) {
            return part.isArray()
                    ? all.size() == part.size()
                            && Stream.iterate(0, i -> i < part.size(), i -> i + 1)
                                    .allMatch(i -> contains(all.get(i), part.get(i)))
                    : part.asText().equals(all.asText());
        }
        return part.properties().stream()
                .allMatch(field -> all.has(field.getKey()) && contains(all.get(field.getKey()), field.getValue()));
    }

    private static ResourceDefinitionContext context(GenericKubernetesResource resource) {
        var group = resource.getApiVersion().split("/");
        return new ResourceDefinitionContext.Builder()
                .withGroup(group[0])
                .withVersion(group[1])
                .withKind(resource.getKind())
                .withPlural(resource.getKind().toLowerCase(Locale.ROOT) + "s")
                .withNamespaced(true)
                .build();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
