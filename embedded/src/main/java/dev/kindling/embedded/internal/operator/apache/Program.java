package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.operator.driver.LocalFiles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a driver runs: {@code jars} before {@code pyFiles}. Each is taken as one file, whatever commas are in it, except
 * for Python with Spark's runner named as its class, where the first file is the program and the rest are libraries.
 */
record Program(@Nullable String file, boolean python) {

    private static final String RUNNER = "org.apache.spark.deploy.PythonRunner";

    static Program of(JsonNode spec) {
        var jars = spec.path("jars").asText();
        if (!jars.isEmpty()) {
            return new Program(LocalFiles.inPod(jars), false);
        }
        var files = spec.path("pyFiles").asText();
        if (files.isEmpty() && !spec.path("sparkRFiles").asText().isEmpty()) {
            throw new IllegalArgumentException(
                    "The embedded operator can't run spec.sparkRFiles (it runs Java, Scala and Python)");
        }
        return files.isEmpty() ? new Program(null, false) : new Program(LocalFiles.inPod(main(spec, files)), true);
    }

    /** What else Python is to find on its path; a lone file is found there too. */
    static Optional<String> furtherPyFiles(JsonNode spec) {
        var files = spec.path("pyFiles").asText();
        if (!hasRunner(spec)) {
            return Optional.of(LocalFiles.inPod(files)).filter(file -> !file.isEmpty());
        }
        var comma = files.indexOf(',');
        return comma < 0 ? Optional.empty() : Optional.of(files.substring(comma + 1));
    }

    private static String main(JsonNode spec, String files) {
        return hasRunner(spec) ? files.split(",", 2)[0] : files;
    }

    private static boolean hasRunner(JsonNode spec) {
        return spec.path("mainClass").asText().equals(RUNNER);
    }
}
