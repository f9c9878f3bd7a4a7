package dev.kindling.internal.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.plan.Program;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.PodPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What names of images, libraries and interpreters tell of versions. */
class VersionCheckTest {

    private static final String DRIVER = "spark.kubernetes.driver.container.image";
    private static final String EXECUTOR = "spark.kubernetes.executor.container.image";

    private static final Program PYTHON = Program.NONE.mainFile("local:///app/etl.py");

    @Test
    void packagesAndJarsOfAnotherScalaOrSpark() {
        var good = plan().packages("org.apache.spark:spark-avro_2.13:4.1.1", "org.postgresql:postgresql:42.7.8")
                .jar("local:///app/graphframes_2.13-0.9.jar")
                .jar("local:///app/etl.jar");

        assertThat(causes(good, Program.NONE)).isEmpty();
        assertThat(causes(good.packages("io.delta:delta-spark_2.12:3.3.0"), Program.NONE))
                .containsExactly("scala-mismatch");
        assertThat(causes(good.jar("s3a://lake/graphframes_2.12-0.8.jar"), Program.NONE))
                .containsExactly("scala-mismatch");
        assertThat(causes(good.packages("org.apache.spark:spark-avro_2.13:3.5.1"), Program.NONE))
                .containsExactly("spark-mismatch");
        assertThat(causes(
                        plan().image(SparkImage.parse("spark:3.5.6-scala2.12"))
                                .packages("org.apache.spark:spark-avro_2.12:3.5.1"),
                        Program.NONE))
                .as("for the image's own versions")
                .isEmpty();
    }

    @Test
    void driverAndExecutorsOfDifferentImages() {
        assertThat(causes(plan().conf(DRIVER, "spark:4.1.1").conf(EXECUTOR, "spark:4.0.1"), Program.NONE))
                .containsExactly("spark-mismatch");
        assertThat(causes(plan().conf(DRIVER, "spark:4.1.1").conf(EXECUTOR, "spark:4.1.0-s3a"), Program.NONE))
                .isEmpty();
        assertThat(causes(plan().conf(DRIVER, "etl:7").conf(EXECUTOR, "spark:4.0.1"), Program.NONE))
                .isEmpty();
    }

    @Test
    void pythonsThatAreNamedAndDiffer() {
        var settings = plan().conf("spark.pyspark.driver.python", "/usr/bin/python3.11")
                .conf("spark.pyspark.python", "/opt/python3.12/bin/python3.12");
        var variables = plan().pods(PodPlan.none().env("PYSPARK_PYTHON", "python3.12"))
                .driver(DriverPlan.defaults().pod(PodPlan.none().env("PYSPARK_DRIVER_PYTHON", "python3.11")));
        var images = plan().conf(DRIVER, "spark:4.1.1-python3.11").conf(EXECUTOR, "spark:4.1.1-python3.12");

        for (var each : List.of(settings, variables, images)) {
            assertThat(causes(each, PYTHON)).containsExactly("python-mismatch");
            assertThat(causes(each, Program.NONE)).isEmpty();
        }
        assertThat(causes(settings.conf("spark.pyspark.driver.python", "python3.12"), PYTHON))
                .isEmpty();
        assertThat(look(settings.conf("spark.pyspark.driver.python", "python3"), PYTHON)
                        .notKnown())
                .singleElement()
                .asString()
                .contains("versions of Python");
    }

    private static WorkloadPlan plan() {
        return WorkloadPlan.named("any");
    }

    private static List<String> causes(WorkloadPlan plan, Program program) {
        return look(plan, program).findings().stream()
                .map(found -> found.account().cause())
                .toList();
    }

    private static Answer look(WorkloadPlan plan, Program program) {
        return VersionCheck.ofApplication(plan, program, "4.1.1", "2.13").stream()
                .map(Check::ask)
                .reduce(Answer::and)
                .orElseThrow();
    }
}
