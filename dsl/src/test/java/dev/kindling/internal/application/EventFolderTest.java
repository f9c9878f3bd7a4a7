package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.Spark;
import dev.kindling.diagnosis.UiUnavailableException;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFolderTest {

    @TempDir
    private Path folder;

    @Test
    void isReadFromBothDialectsWithTheAddressOfTheStoreAlone() {
        var spec = Spark.application("nightly")
                .image("a/b:1")
                .python("local:///main.py")
                .s3(S3.minio("http://minio:9000"))
                .conf("spark.hadoop.fs.s3a.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem")
                .eventLog("s3a://history/");

        for (var operator : new Operator[] {Operator.kubeflow(), Operator.apache()}) {
            assertThat(EventFolder.of(resource(spec.manifest(operator).toYaml())))
                    .hasValueSatisfying(events -> {
                        assertThat(events.folder()).isEqualTo("s3a://history/");
                        assertThat(events.store().settings())
                                .containsEntry("endpoint", "http://minio:9000")
                                .containsEntry("path.style.access", "true")
                                .doesNotContainKey("impl");
                    });
        }
    }

    @Test
    void isNoneWhereNothingIsWritten() {
        assertThat(EventFolder.of(resource("spec: {sparkConf: {spark.eventLog.dir: s3a://history/}}")))
                .isEmpty();
        assertThat(EventFolder.of(resource("spec: {}"))).isEmpty();
        assertThat(EventFolder.none("nightly"))
                .isInstanceOf(UiUnavailableException.class)
                .hasMessageContainingAll("nightly", ".eventLog(\"s3a://history/\")");
    }

    @Test
    void anAddressThatIsNoneIsToldWhenItIsOpened() {
        var events = EventFolder.of(
                        resource(
                                """
                        spec:
                          hadoopConf: {fs.s3a.endpoint: "not an address"}
                          sparkConf: {spark.eventLog.enabled: "true", spark.eventLog.dir: "s3a://history/"}
                        """))
                .orElseThrow();

        assertThatThrownBy(() -> events.open(Optional.empty(), KubernetesCluster.current()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EventFolder(folder.resolve("none").toUri().toString(), events.store())
                        .open(Optional.empty(), KubernetesCluster.current()))
                .isInstanceOf(UiUnavailableException.class)
                .hasMessageContaining("no such folder");
    }

    private static GenericKubernetesResource resource(String yaml) {
        return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
    }
}
