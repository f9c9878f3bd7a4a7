package dev.kindling.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Here, kindling-s3 is not on the class path. */
class ConnectorJarsTest {
    private static final S3 LAKE = S3.minio("http://minio:9000");

    private final List<String> told = new ArrayList<>();

    @Test
    void whatAStockImageHasIsNotSent() {
        var classPath = List.of(
                Path.of("/m2/hadoop-aws-3.4.2.jar"),
                Path.of("/m2/reactive-streams-1.0.4.jar"),
                Path.of("/m2/snappy-java-1.1.10.8.jar"),
                Path.of("/m2/mine-1.jar"));

        assertThat(ConnectorJars.among(classPath, Set.of("hadoop-aws-3.4.2.jar", "snappy-java-1.1.10.8.jar")))
                .containsExactly(Path.of("/m2/hadoop-aws-3.4.2.jar"));
    }

    @Test
    void whereThereIsNothingToSendItIsTold() {
        assertThat(ConnectorJars.of(WorkloadPlan.named("words").s3(LAKE), told::add))
                .isEmpty();
        assertThat(told).singleElement().asString().contains("kindling-s3", "connectorInImage(true)");
    }

    @Test
    void nothingIsSaidWithoutAStoreOrToAnImageThatHasIt() {
        var present = LAKE.options(S3Options.defaults().connectorInImage(true));

        assertThat(ConnectorJars.of(WorkloadPlan.named("words"), told::add)).isEmpty();
        assertThat(ConnectorJars.of(WorkloadPlan.named("words").s3(present), told::add))
                .isEmpty();
        assertThat(told).isEmpty();
    }
}
