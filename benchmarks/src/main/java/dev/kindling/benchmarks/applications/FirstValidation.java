package dev.kindling.benchmarks.applications;

import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.run.SparkManifest;

/** In a JVM of its own: the first validation, which loads the definitions. */
final class FirstValidation {

    private FirstValidation() {}

    /** Reports seconds. */
    public static void main(String[] args) {
        String yaml = ManifestWork.YAML_WITH_A_MISTAKE;
        long called = System.nanoTime();
        var problems = SparkManifest.parse(yaml).problems();
        ChildJvm.report((System.nanoTime() - called) / 1e9);
        if (problems.isEmpty()) {
            throw new IllegalStateException("The mistake was not found");
        }
    }
}
