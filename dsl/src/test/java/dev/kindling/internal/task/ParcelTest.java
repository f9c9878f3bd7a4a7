package dev.kindling.internal.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.Spark;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.run.Task;
import dev.kindling.storage.CodeStore;
import dev.kindling.target.KubernetesCluster;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class ParcelTest {
    /** The limit for what a second run brings. */
    private static final int LARGEST = 64 * 1024;

    @Test
    void isSmallAndComesBack() throws Exception {
        var factor = 3;
        var bytes = Parcel.of(spark -> 2 * factor).toBytes();
        assertThat(bytes).hasSizeLessThan(LARGEST);
        assertThat(Parcel.read(new ByteArrayInputStream(bytes)).format()).isEqualTo(new ResultFormat.Java<>());
    }

    @Test
    void whatCannotBeSerializedIsNamed() {
        var thread = Thread.currentThread();
        Task<String> task = spark -> thread.getName();
        assertThatThrownBy(() -> Parcel.of(task).toBytes())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Thread")
                .hasMessageContaining("local variables");
    }

    @Test
    void aTaskNeedsAStore() {
        var cluster = KubernetesCluster.current();
        var spec = Spark.application("x").image("a/b:1");
        assertThatThrownBy(() -> spec.task(spark -> 1).submitTo(cluster))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining(".codeIn(CodeStore.at(");
        assertThatThrownBy(() -> spec.codeIn(CodeStore.at("s3a://lake/code"))
                        .task(spark -> 1)
                        .submitTo(cluster))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining(".s3(S3.minio(");
    }
}
