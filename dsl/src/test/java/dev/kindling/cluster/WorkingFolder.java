package dev.kindling.cluster;

import java.nio.file.Path;
import org.apache.spark.api.java.function.MapFunction;

/** Says where it runs. A class of its own: what executors load must not start a cluster, as the tests' classes do. */
final class WorkingFolder implements MapFunction<Long, String> {

    private static final long serialVersionUID = 1;

    @Override
    public String call(Long anything) {
        return Path.of("").toAbsolutePath().toString();
    }
}
