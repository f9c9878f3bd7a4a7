package dev.kindling.internal.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class CodeLocationTest {

    @Test
    void a_class_of_a_folder_and_one_of_a_jar() {
        assertThat(CodeLocation.of(CodeLocationTest.class)).isDirectoryContaining(path -> path.endsWith("dev"));
        assertThat(CodeLocation.of(SparkConf.class).getFileName().toString()).matches("spark-core.*[.]jar");
    }

    @Test
    void a_class_of_java_itself_comes_from_nowhere() {
        assertThatThrownBy(() -> CodeLocation.of(String.class))
                .hasMessage("java.lang.String comes from no jar and no folder."
                        + " Write .jar(Path.of(\"target/classes\")), with where it is");
    }
}
