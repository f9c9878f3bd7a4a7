package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Finding;
import java.util.List;

/** The JVM ran out of memory of its own accord: no kernel was involved. */
final class MemoryRules {

    static final List<Rule> ALL = List.of(
            new TextRule(
                    "OutOfMemoryError: (Java heap space|GC overhead limit exceeded)",
                    Finding.OutOfMemory::new,
                    hit -> hit.certain(
                                    hit.plan().role() + "-heap",
                                    "The Java heap of the " + hit.plan().role() + " is too small")
                            .why(
                                    hit.isOfExecutor()
                                            ? "a partition or a record needs more than the heap has"
                                            : "collect(), toPandas() and broadcasts bring their data into the driver's heap")
                            .write(
                                    hit.plan().code(".memory(\"..\")") + " with more"
                                            + (hit.isOfExecutor()
                                                    ? ", or more partitions"
                                                    : ", or write results instead of collecting them"),
                                    "spark." + hit.plan().role() + ".memory (Kubeflow: spec."
                                            + hit.plan().role() + ".memory)")),
            new TextRule(
                    "OutOfMemoryError: (Metaspace|Direct buffer memory|unable to create native thread|Cannot reserve \\d+ bytes of"
                            + " direct buffer memory)",
                    Finding.OutOfMemory::new,
                    hit -> hit.certain(
                                    hit.plan().role() + "-off-heap",
                                    "The " + hit.plan().role() + " has no memory left for: " + hit.group(1))
                            .why("that memory is outside the Java heap")
                            .write(
                                    hit.plan().code(".memoryOverhead(\"..\")") + " with more",
                                    "spark." + hit.plan().role() + ".memoryOverhead")),
            new TextRule(
                    "Python worker exited unexpectedly \\(crashed\\)", Finding.OutOfMemory::new, hit -> hit.probable(
                                    "python-worker-crashed", "A Python process of an executor was killed or crashed")
                            .why(
                                    "mostly it needed more memory than the container has left beside the Java heap; a crash of"
                                            + " a native library looks the same")
                            .write(
                                    ".executors(ExecutorPlan.of(n).memoryOverhead(\"..\")) with more",
                                    "spark.executor.memoryOverhead")),
            new TextRule(
                    "Total size of serialized results of [^\\n]*? is bigger than (?:local )?(?:maxResultSize|spark.driver.maxResultSize)"
                            + " \\(?([\\d.]+ \\w+)",
                    Finding.OutOfMemory::new,
                    hit -> hit.certain(
                                    "result-too-large",
                                    "A job's result is larger than the driver takes: " + hit.group(1))
                            .why("spark.driver.maxResultSize keeps a large collect() from filling the driver's heap")
                            .write(
                                    ".conf(\"spark.driver.maxResultSize\", \"4g\"), or write the result instead of collecting it",
                                    "spark.driver.maxResultSize")));

    private MemoryRules() {}
}
