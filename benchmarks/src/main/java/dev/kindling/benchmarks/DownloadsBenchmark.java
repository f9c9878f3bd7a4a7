package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Rounds;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the first command downloads, from the sources and an empty Maven repository, beside what Spark alone is. */
final class DownloadsBenchmark implements Benchmark {

    private static final double MB = 1e6;
    private static final double ALLOWED_MORE = 90;
    private static final double ALLOWED_FOR_S3 = 25;

    @Override
    public String name() {
        return "downloads";
    }

    @Override
    public String what() {
        return "what ./kindling downloads into an empty Maven repository (MB), beside spark-sql and spark-kubernetes";
    }

    /** Once: bytes are not a matter of chance. */
    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        try (FreshClone clone = FreshClone.make()) {
            clone.build();
            List<Path> all = clone.downloaded();
            long bytes = size(all);
            long jars = size(all.stream()
                    .filter(file -> file.toString().endsWith(".jar"))
                    .toList());
            long s3 = size(clone.connector());
            long spark = size(clone.sparkAlone());
            out.printf(
                    "     first command: %.1f MB, of them jars %.1f MB, of them for S3 %.1f MB%n",
                    bytes / MB, jars / MB, s3 / MB);
            out.printf("     spark-sql and spark-kubernetes: %.1f MB of jars%n", spark / MB);
            out.println("     not counted: Maven itself, 9 MB, which the wrapper downloads where it is not there");
            return List.of(
                    new Goal("more than Spark alone (MB)", (bytes - spark) / MB, ALLOWED_MORE),
                    new Goal("for S3 (MB)", s3 / MB, ALLOWED_FOR_S3));
        }
    }

    private static long size(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        if (size == 0) {
            throw new IllegalStateException("Nothing was downloaded, so nothing was measured");
        }
        return size;
    }
}
