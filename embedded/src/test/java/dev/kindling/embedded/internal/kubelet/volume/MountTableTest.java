package dev.kindling.embedded.internal.kubelet.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountTableTest {

    private final MountTable mounts = MountTable.of(Map.of(
            "/data", Path.of("/pod/data"),
            "/data/sub/", Path.of("/pod/sub"),
            "/opt/spark/conf", Path.of("/pod/conf")));

    @ParameterizedTest
    @CsvSource({
        "/data, /pod/data",
        "/data/x, /pod/data/x",
        "/data/sub/x, /pod/sub/x",
        "/database, /database",
        "/data-2, /data-2",
        "/my/data, /my/data",
        "-Dx=/data:/opt/spark/conf, -Dx=/pod/data:/pod/conf",
        "local:///opt/spark/conf/a.jar, local:///pod/conf/a.jar",
        "nothing, nothing",
    })
    void replacesWholePathsOnlyAndTheLongestFirst(String text, String rewritten) {
        assertThat(mounts.rewrite(text)).isEqualTo(rewritten);
    }

    @Test
    void withoutMountsNothingChanges() {
        assertThat(MountTable.of(Map.of()).rewrite("/data $1 \\")).isEqualTo("/data $1 \\");
    }

    @Test
    void sparksPropertiesAreRewrittenExceptThoseForOtherPods() {
        String text = "spark.local.dir=/data/tmp\nspark.kubernetes.executor.volumes.emptyDir.x.mount.path=/data\n";

        var properties = SparkProperties.parse(SparkProperties.rewrite(text, mounts::rewrite));

        assertThat(properties)
                .containsEntry("spark.local.dir", "/pod/data/tmp")
                .containsEntry("spark.kubernetes.executor.volumes.emptyDir.x.mount.path", "/data");
    }
}
