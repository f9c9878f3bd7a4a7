package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.internal.schema.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkManifestTest {
    @Test
    void readsAFileOfAnyKind() {
        var manifest = SparkManifest.read(SampleFiles.path("schedule"));

        assertThat(manifest).hasToString("ScheduledSparkApplication nightly (sparkoperator.k8s.io/v1beta2)");
        assertThat(manifest.problems()).filteredOn(ManifestProblem::isError).isEmpty();
        assertThat(manifest.toYaml()).isEqualTo(SampleFiles.text("schedule"));
    }

    @Test
    void otherDocumentsAreLeftAside() {
        var text = "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: spark\n---\n" + SampleFiles.text("apache");
        var manifest = SparkManifest.parse(text.replace("ClusterMode", "ClientMode"));

        assertThat(manifest.name()).isEqualTo("ledger-close");
        assertThat(manifest.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(13));
    }

    @Test
    void severalAreTooMany() {
        var refused = refused(SampleFiles.text("apache") + "---\n" + SampleFiles.text("cluster"));

        assertThat(refused.problems())
                .extracting(ManifestProblem::value)
                .containsExactly("SparkApplication ledger-close", "SparkCluster desk");
        assertThat(refused.problems())
                .extracting(problem -> problem.place().line())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sparkoperator.k8s.io/v1beta1|SparkApplication|1|apiVersion: sparkoperator.k8s.io/v1beta2",
                "sparkoperator.k8s.io|SparkApplication|1|apiVersion: sparkoperator.k8s.io/v1beta2 or apiVersion: spark",
                "spark.apache.org/v1beta1|SparkCluster|1|apiVersion: spark.apache.org/v1",
                "apps/v1|SparkApplication|1|apiVersion: sparkoperator.k8s.io/v1beta2 or apiVersion: spark.apache.org/v1",
                "spark.apache.org/v1|SparkAplication|2|kind: SparkApplication",
                "sparkoperator.k8s.io/v1beta2|SparkJob|2|kind: SparkApplication",
                "v1|Pod|2|one of SparkApplication of sparkoperator.k8s.io/v1beta2",
            })
    void wrongGroupVersionOrKind(String apiVersion, String kind, int line, String fix) {
        var problem = refused("apiVersion: " + apiVersion + "\nkind: " + kind + "\n")
                .problems()
                .get(0);

        assertThat(problem.lineToWrite()).contains(fix);
        assertThat(problem.place().line()).isEqualTo(line);
        assertThat(problem.value()).isIn(apiVersion, kind);
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(refused("kind: SparkApplication").problems().get(0).why()).startsWith("is missing");
        assertThat(refused("").problems().get(0).why()).isEqualTo("is no resource of a Spark operator");
        assertThat(refused("just words").problems().get(0).why()).isEqualTo("is no resource of a Spark operator");
    }

    private static InvalidManifestException refused(String text) {
        return catchThrowableOfType(InvalidManifestException.class, () -> SparkManifest.parse(text));
    }
}
