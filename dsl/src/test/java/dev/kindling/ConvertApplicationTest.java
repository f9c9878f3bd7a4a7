package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.internal.schema.SampleFiles;
import dev.kindling.internal.yaml.YamlPath;
import dev.kindling.run.Conversion;
import dev.kindling.run.LostField;
import dev.kindling.run.SparkManifest;
import dev.kindling.target.Operator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertApplicationTest {
    private static final String KUBEFLOW = SampleFiles.text("kubeflow");

    @Test
    void theOtherDialectIsRefusedWhereSomethingWouldBeLost() {
        assertThatThrownBy(() -> Spark.readApplication(KUBEFLOW).manifest(Operator.apache()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("spec.sparkConfigMap")
                .hasMessageContaining(".convertTo(..)");
    }

    @Test
    void conversionToApacheAndBackLosesOnlyWhatItSays() {
        var there = Spark.readApplication(KUBEFLOW).convertTo(Operator.apache());
        var back = Spark.readApplication(there.manifest().toYaml()).convertTo(Operator.kubeflow());
        var thereAgain = Spark.readApplication(back.manifest().toYaml()).convertTo(Operator.apache());

        assertThat(errors(there)).isEmpty();
        assertThat(errors(back)).isEmpty();
        assertThat(tree(thereAgain.manifest().toYaml()))
                .isEqualTo(tree(there.manifest().toYaml()));
        assertThat(back.lost()).isEmpty();
        assertThat(there.lost()).allSatisfy(field -> assertThat(field.why()).isNotBlank());
    }

    /** A value that makes no difference to what comes out did not come along, and then the report has to say so. */
    @ParameterizedTest
    @CsvSource({"kubeflow, 25", "apache, 20"})
    void eachValueComesAlongOrIsReported(String file, int fewestLost) {
        var operator = other(own(file));
        var resource = tree(SampleFiles.text(file));
        var whole = Spark.readApplication(resource.toString()).convertTo(operator);
        var reported = whole.lost().stream().map(LostField::path).toList();
        var silent = leaves(resource).stream()
                .map(leaf -> JsonPointer.compile(leaf.substring(0, leaf.indexOf('='))))
                .filter(leaf -> !reported.contains(YamlPath.of(leaf)))
                .filter(leaf -> convertedWithout(resource, leaf, operator).equals(Optional.of(whole.manifest())))
                .map(YamlPath::of)
                .toList();

        assertThat(reported).hasSizeGreaterThan(fewestLost).doesNotHaveDuplicates();
        assertThat(silent)
                .as("what is a default in both dialects")
                .isSubsetOf(
                        "spec.suspend",
                        "spec.mode",
                        "spec.dynamicAllocation.shuffleTrackingEnabled",
                        "spec.driver.secrets[0].secretType",
                        "spec.deploymentMode");
    }

    /** Nothing if the definition asks for the value. */
    private static Optional<SparkManifest> convertedWithout(JsonNode resource, JsonPointer leaf, Operator operator) {
        var less = (ObjectNode) resource.deepCopy();
        if (less.at(leaf.head()) instanceof ObjectNode object) {
            object.remove(leaf.last().getMatchingProperty());
        } else {
            ((ArrayNode) less.at(leaf.head())).remove(leaf.last().getMatchingIndex());
        }
        try {
            return Optional.of(
                    Spark.readApplication(less.toString()).convertTo(operator).manifest());
        } catch (InvalidManifestException e) {
            return Optional.empty();
        }
    }

    private static List<String> leaves(JsonNode node) {
        return leaves(JsonPointer.empty(), node).toList();
    }

    private static Stream<String> leaves(JsonPointer at, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            return node.properties().stream()
                    .flatMap(field -> leaves(at.appendProperty(field.getKey()), field.getValue()));
        }
        return node.isArray() && !node.isEmpty()
                ? IntStream.range(0, node.size()).boxed().flatMap(i -> leaves(at.appendIndex(i), node.get(i)))
                : Stream.of(at + "=" + node);
    }

    private static List<ManifestProblem> errors(Conversion conversion) {
        return conversion.manifest().problems().stream()
                .filter(ManifestProblem::isError)
                .toList();
    }

    private static Operator own(String file) {
        return file.equals("kubeflow") ? Operator.kubeflow() : Operator.apache();
    }

    private static Operator other(Operator operator) {
        return operator instanceof Operator.Kubeflow ? Operator.apache() : Operator.kubeflow();
    }

    private static JsonNode tree(String yaml) {
        return SampleFiles.document(yaml).root();
    }
}
