package dev.kindling.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.internal.reading.ManifestReader;
import dev.kindling.internal.schema.SampleFiles;
import dev.kindling.internal.yaml.YamlText;
import dev.kindling.run.SparkManifest;
import dev.kindling.target.Operator;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitCheckTest {
    /** What the specs come to; see the test that writes these files. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.kubeflow",
                "python.kubeflow",
                "queued.kubeflow",
                "schedule.kubeflow",
                "connect.kubeflow",
                "java.apache",
                "python.apache",
                "standalone.apache"
            })
    void whatKindlingWritesPasses(String file) throws URISyntaxException {
        var manifest = SparkManifest.read(Path.of(getClass()
                .getResource("/dev/kindling/manifest/" + file + ".yaml")
                .toURI()));

        assertThat(manifest.problems()).filteredOn(ManifestProblem::isError).isEmpty();
    }

    @Test
    void whatTheTargetAddsIsPutIntoAResourceThatWasRead() {
        var plan = ManifestReader.read(YamlText.of(SampleFiles.text("kubeflow")));
        var placement =
                Placement.none().name("other").namespace(Optional.of("night")).serviceAccount(Optional.of("ignored"));
        var tree = Trees.tree(Manifests.resource(plan, Operator.kubeflow(), placement));
        var expected = SampleFiles.document(SampleFiles.text("kubeflow")
                        .replace("name: ledger-close\n", "name: other\n")
                        .replace("namespace: etl", "namespace: night"))
                .root();

        assertThat(tree).isEqualTo(expected);
    }

    @Test
    void errorsAreRefusedAllAtOnce() {
        var plan = ManifestReader.read(YamlText.of(SampleFiles.text("apache")
                .replace("jars: local:///app/ledger.jar", "jars: a.jar,b.jar")
                .replace("mainClass: ledger.Close", "novelty: 1\n  mainClass: ledger.Close")));
        var tree = Manifests.resource(plan, Operator.apache(), Placement.none());

        assertThatThrownBy(() -> SubmitCheck.refuseErrors(tree))
                .isInstanceOf(InvalidManifestException.class)
                .hasMessageContaining("SparkApplication ledger-close cannot be used, 2 problems")
                .hasMessageContaining("spec.jars")
                .hasMessageContaining("spec.novelty");
    }
}
