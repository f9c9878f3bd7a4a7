package dev.kindling.embedded.internal.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SparkEntrypointTest {

    private final SparkEntrypoint spark = new SparkEntrypoint(
            List.of("java", "-Dpod=1"), List.of(Path.of("/jars/a.jar"), Path.of("/jars/b.jar")), false);

    @Test
    void anExecutorGetsWhatSparkPutIntoItsEnvironment() {
        var command = spark.command(
                List.of("executor"),
                Map.of(
                        "SPARK_JAVA_OPT_10", "-Dlast",
                        "SPARK_JAVA_OPT_2", "-Dfirst",
                        "SPARK_EXECUTOR_MEMORY", "512m",
                        "SPARK_CONF_DIR", "/conf",
                        "SPARK_CLASSPATH", "/mine.jar",
                        "SPARK_EXECUTOR_POD_IP", "127.64.0.9"),
                new Properties());

        assertThat(command).startsWith("java", "-Dpod=1", "-Dfirst", "-Dlast", "-Xms512m", "-Xmx512m", "-cp");
        assertThat(command).contains("/mine.jar:/jars/a.jar:/jars/b.jar:/conf");
        assertThat(command).containsSequence("--hostname", "127.64.0.9");
    }

    @Test
    void aDriverIsSubmittedInClientModeWithItsMemoryAndOptions() {
        var properties = new Properties();
        properties.setProperty("spark.driver.memory", "2g");
        properties.setProperty("spark.driver.extraJavaOptions", "-Da='b c' -Dd=\"e \\\"f\\\"\"");

        var command = spark.command(
                List.of("driver", "--class", "x.Main", "local:///a.jar"),
                Map.of("SPARK_DRIVER_BIND_ADDRESS", "127.64.0.9"),
                properties);

        assertThat(command)
                .contains("-Xmx2g", "-Da=b c", "-Dd=e \"f\"")
                .containsSequence("--conf", "spark.driver.bindAddress=127.64.0.9")
                .containsSequence("--deploy-mode", "client", "--class", "x.Main", "local:///a.jar")
                .doesNotContain("spark.driver.port=0");
    }

    @Test
    void atASingleAddressTheDriverTakesFreePorts() {
        var single = new SparkEntrypoint(List.of("java"), List.of(), true);

        assertThat(single.command(List.of("driver"), Map.of(), new Properties()))
                .contains("spark.driver.port=0", "spark.blockManager.port=0", "spark.driver.host=127.0.0.1");
    }

    @Test
    void onlyItsOwnWordsAreUnderstood() {
        assertThat(SparkEntrypoint.understands(List.of("executor"))).isTrue();
        assertThat(SparkEntrypoint.understands(List.of("sh", "-c", "driver"))).isFalse();
        assertThat(SparkEntrypoint.understands(List.of())).isFalse();
    }
}
