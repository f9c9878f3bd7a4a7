package dev.kindling.samples.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On the cluster of KUBECONFIG, with an image in which there is nothing but Spark. */
@Tag("cluster")
class ConsoleScriptsClusterIT {
    private static final String IMAGE = System.getProperty("kindling.cluster.image", "localhost/spark:4.1.1");

    @Test
    void are_right_in_pods_of_a_stock_image() {
        assumeTrue(System.getenv("KUBECONFIG") != null, "KUBECONFIG names no cluster");
        ConsoleScripts.allAreRight("--on", "cluster", "--image", IMAGE, "--request-cores", "0.1", "--memory", "512m");
    }
}
