package dev.kindling.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkImageTest {
    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(
            strings = {"spark:4.1.1", "apache/spark:4.1.1-java17", "localhost:5000/a/b_c/spark:x", "Reg.local/spark:1"})
    void readsReferences(String reference) {
        assertThat(SparkImage.parse(reference).reference()).isEqualTo(reference);
        assertThat(SparkImage.parse(reference + DIGEST).reference()).endsWith(DIGEST);
    }

    @ParameterizedTest
    @CsvSource({
        "apache/spark, has no tag, apache/spark:4.1.1",
        "localhost:5000/spark, has no tag, localhost:5000/spark:4.1.1",
        "my spark:1, has a space in it, my-spark:1",
        "apache/Spark:1, has upper case letters, apache/spark:1",
        "apache/Spark, is not an image reference, apache/spark:4.1.1",
        "'', is empty, apache/spark:4.1.1",
        "a:b:c, is not an image reference, apache/spark:4.1.1",
        "spark:, is not an image reference, apache/spark:4.1.1"
    })
    void refusesOthersAndSaysWhatToWrite(String reference, String why, String write) {
        assertThatThrownBy(() -> SparkImage.parse(reference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Image \"" + reference + "\" " + why)
                .hasMessageEndingWith("write .image(\"" + write + "\")");
    }

    @Test
    void keepsHowItIsPulled() {
        var image = SparkImage.parse("spark:1")
                .pullPolicy(PullPolicy.NEVER)
                .pullSecret("a")
                .pullSecret("b");

        assertThat(image.pullPolicy()).contains(PullPolicy.NEVER);
        assertThat(image.pullSecrets()).containsExactly("a", "b");
        assertThatThrownBy(() -> image.pullSecret("A B")).hasMessageContaining("write .pullSecret(\"a-b\")");
    }
}
