package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.ApplicationSpec;
import dev.kindling.embedded.SharedCores;
import dev.kindling.run.Outcome;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Kubeflow's operator and MinIO: an image with S3 jars, an operator without. */
@Tag("cluster")
class ShippedCodeClusterIT extends KubeflowCodeScenarios {
    private static final KubernetesCluster WATCHED = KubernetesCluster.current()
            .namespace("default")
            .serviceAccount("spark")
            .operator(Operator.kubeflow());

    private static Minio minio;

    @TempDir
    Path folder;

    @BeforeAll
    static void find() {
        minio = Minio.with("kindling-code-" + UUID.randomUUID().toString().substring(0, 8));
        if (!minio.client.supports("sparkoperator.k8s.io/v1beta2", "SparkApplication")) {
            System.err.println("SKIPPED: code brought to MinIO: Kubeflow's operator is not installed");
            abort("no operator");
        }
    }

    @AfterAll
    static void remove() {
        if (minio != null) {
            minio.empty();
            minio.close();
        }
    }

    @Override
    KubernetesCluster cluster() {
        return WATCHED;
    }

    @Override
    S3 store() {
        return minio.store.credentials(minio.keys);
    }

    @Override
    String bucket() {
        return minio.bucket;
    }

    @Override
    ApplicationSpec withImage(ApplicationSpec spec) {
        return spec.image(Minio.IMAGE).restart(SharedCores.SUBMITTED_AGAIN);
    }

    /** The embedded Kubernetes has no Python. */
    @Test
    void aPythonProgramComesWithItsModulesAndFiles() throws IOException {
        var main = Files.writeString(
                folder.resolve("main.py"),
                """
                import sys
                from pyspark import SparkFiles
                from pyspark.sql import SparkSession
                import helper
                spark = SparkSession.builder.getOrCreate()
                rows = spark.sparkContext.parallelize(range(4), 2).map(lambda n: helper.twice(n)).sum()
                print("sum:", rows, "file:", open(SparkFiles.get("names.txt")).read(), "argument:", sys.argv[1])
                spark.stop()
                """);
        var helper = Files.writeString(folder.resolve("helper.py"), "def twice(n):\n    return 2 * n\n");
        var names = Files.writeString(folder.resolve("names.txt"), "Ada");
        var run = spec("python")
                .python(main)
                .pyFile(helper)
                .file(names)
                .arguments("x y")
                .submitTo(cluster());
        try {
            assertThat(run.await(LIMIT)).isEqualTo(new Outcome.Succeeded());
            assertThat(run.driverLog()).contains("sum: 12 file: Ada argument: x y");
        } finally {
            run.delete();
        }
    }
}
