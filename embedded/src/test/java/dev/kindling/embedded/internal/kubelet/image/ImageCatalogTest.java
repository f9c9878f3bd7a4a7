package dev.kindling.embedded.internal.kubelet.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCatalogTest {

    private final ImageCatalog catalog = new ImageCatalog(List.of("kindling/spark:*", "localhost/spark:*"));

    @ParameterizedTest
    @ValueSource(strings = {"kindling/spark:4.1.1", "docker.io/kindling/spark:4.1.1", "localhost/spark:mine"})
    void knownImagesAreNotRefused(String image) {
        assertThat(catalog.refusal(image, "IfNotPresent")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "apache/spark:4.1.1, IfNotPresent, ErrImagePull, ImagePullBackOff",
        "kindling/spark, Always, ErrImagePull, ImagePullBackOff",
        "registry.example:5000/a/b:c, Never, ErrImageNeverPull, ErrImageNeverPull",
        "Kindling Spark, IfNotPresent, InvalidImageName, InvalidImageName",
        "a/b:c:d, IfNotPresent, InvalidImageName, InvalidImageName",
    })
    void othersAreRefusedAsAKubeletWould(String image, String policy, String reason, String waiting) {
        var refusal = catalog.refusal(image, policy).orElseThrow();

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.waiting()).isEqualTo(waiting);
        assertThat(refusal.message()).contains(image);
    }

    @Test
    void noNameIsAnInvalidName() {
        assertThat(catalog.refusal(null, null).orElseThrow().reason()).isEqualTo("InvalidImageName");
    }
}
