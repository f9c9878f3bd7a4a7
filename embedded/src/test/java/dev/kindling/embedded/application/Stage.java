package dev.kindling.embedded.application;

import dev.kindling.ApplicationSpec;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Path;

/** Where scenarios are played: the same on the embedded Kubernetes and on a real one. */
interface Stage extends AutoCloseable {

    /** Counts without executors having any code of ours. */
    String PYTHON =
            """
            from pyspark.sql import SparkSession
            spark = SparkSession.builder.getOrCreate()
            print("rows:", spark.range(1000).count())
            spark.stop()
            """;

    KubernetesCluster cluster();

    KubernetesClient client();

    /** An application that runs {@link TestJob} there and may use the folder. */
    ApplicationSpec job(String name, String... arguments);

    /** An application in Python; skips the test where there is no Python to run it with. */
    ApplicationSpec python(String name) throws IOException;

    /** A folder of this machine that every attempt's driver sees, empty. */
    Path shared();

    /** Where, and whose operator. */
    @Override
    String toString();

    @Override
    void close();
}
