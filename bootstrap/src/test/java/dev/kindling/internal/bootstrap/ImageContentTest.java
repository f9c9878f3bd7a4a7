package dev.kindling.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImageContentTest {
    private static final ImageContent IMAGE =
            ImageContent.of(Stream.of("jackson-core-2.20.0.jar", "guava-33.4.jar", "conf"));

    @Test
    void aLeftOutJarThatIsThereInTheSameVersionIsNoNews() {
        assertThat(IMAGE.conflicts(List.of("jackson-core-2.20.0.jar"), List.of("mine.jar", "etl-7.jar")))
                .isEmpty();
    }

    @Test
    void aLeftOutJarThatTheImageLacksIsNamedWithTheLineToWrite() {
        assertThat(IMAGE.conflicts(List.of("avro-1.12.0.jar"), List.of()))
                .singleElement()
                .asString()
                .contains("this image lacks avro-1.12.0.jar", ".jar(Path.of(\"avro-1.12.0.jar\"))");
    }

    @Test
    void anotherVersionIsToldOfLeftOutAndOfShippedJars() {
        assertThat(IMAGE.conflicts(List.of("jackson-core-2.15.0.jar"), List.of("guava-31.jar")))
                .containsExactly(
                        "the program was built with jackson-core-2.15.0.jar, this image loads its jackson-core-2.20.0.jar",
                        "the image's guava-33.4.jar is loaded before the shipped guava-31.jar");
    }
}
