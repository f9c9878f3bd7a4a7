package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.run.SparkManifest;
import dev.kindling.target.Operator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What specs come to, as files to read. What is rendered is also written to {@code target/manifests}, from where a
 * changed one is taken over once it has been looked at; the cluster tests show them to real API servers.
 */
class ManifestFilesTest {
    static final Path RENDERED = Path.of("target", "manifests");

    static Map<String, SparkManifest> manifests() {
        var all = new TreeMap<String, SparkManifest>();
        all.put("java.kubeflow", EveryField.JAVA.manifest(Operator.kubeflow()));
        all.put("java.apache", EveryField.JAVA.manifest(EveryField.APACHE));
        all.put("python.kubeflow", EveryField.PYTHON.manifest(Operator.kubeflow()));
        all.put("python.apache", EveryField.PYTHON.manifest(Operator.apache()));
        all.put("queued.kubeflow", EveryField.QUEUED.manifest(Operator.kubeflow()));
        all.put("schedule.kubeflow", EveryField.SCHEDULE.manifest(Operator.kubeflow()));
        all.put("connect.kubeflow", EveryField.CONNECT.manifest(Operator.kubeflow()));
        all.put("standalone.apache", EveryField.STANDALONE.manifest(Operator.apache()));
        return all;
    }

    static Stream<String> names() {
        return manifests().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAsInItsFile(String name) throws IOException {
        var text = manifests().get(name).toYaml();
        Files.createDirectories(RENDERED);
        Files.writeString(RENDERED.resolve(name + ".yaml"), text);

        try (var file = getClass().getResourceAsStream("manifest/" + name + ".yaml")) {
            assertThat(file).as("file of %s", name).isNotNull();
            assertThat(text).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isRightByTheOperatorsOwnDefinitions(String name) {
        assertThat(manifests().get(name).problems()).isEmpty();
    }
}
