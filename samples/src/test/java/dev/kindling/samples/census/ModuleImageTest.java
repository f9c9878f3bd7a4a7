package dev.kindling.samples.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ModuleImageTest {
    @Test
    void counts_the_methods_of_a_class_file() throws IOException {
        try (var file = Three.class.getResourceAsStream("ModuleImageTest$Three.class")) {
            assertThat(MethodCounter.methodsOf(file.readAllBytes())).isEqualTo(3);
        }
    }

    @Test
    void counts_the_class_files_of_one_folder() {
        var count = ModuleImage.count("java.base/java/lang/annotation");
        assertThat(count.name()).isEqualTo("java.lang.annotation");
        assertThat(count.classes()).isBetween(10L, 30L);
        assertThat(count.bytes()).isGreaterThan(count.classes() * 100);
        assertThat(count.methods()).isPositive();
    }

    @Test
    void names_packages_and_module_descriptors() {
        assertThat(ModuleImage.packageOf("java.base/java/util/zip")).isEqualTo("java.util.zip");
        assertThat(ModuleImage.packageOf("java.base")).isEqualTo("(module descriptors)");
    }

    /** With the constructor three methods. */
    @SuppressWarnings("unused")
    private static class Three {
        void one() {}

        abstract static class Inner {}

        static void two() {}
    }
}
