package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.operator.driver.LocalFiles;
import dev.kindling.internal.driver.DriverProgram;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a driver runs: {@code jars} before {@code pyFiles}. Each is taken as one file, whatever commas are in it, except
 * for Python with Spark's runner named as its class, where the first file is the program and the rest are libraries.
 */
final class Program {

    private static final String RUNNER = "org.apache.spark.deploy.PythonRunner";

    private Program() {}

    static DriverProgram of(JsonNode spec) {
        var arguments = StreamSupport.stream(spec.path("driverArgs").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var user = Optional.ofNullable(spec.path("proxyUser").asText(null));
        var jars = Optional.of(spec.path("jars").asText()).filter(text -> !text.isEmpty());
        var files = spec.path("pyFiles").asText();
        if (jars.isPresent() || files.isEmpty()) {
            refuseR(spec, jars.isEmpty());
            return DriverProgram.jvm(spec.path("mainClass").asText(), jars.map(LocalFiles::inPod), arguments)
                    .proxyUser(user);
        }
        return DriverProgram.python(LocalFiles.inPod(main(spec, files)), arguments)
                .proxyUser(user);
    }

    private static void refuseR(JsonNode spec, boolean nothingElse) {
        if (nothingElse && !spec.path("sparkRFiles").asText().isEmpty()) {
            throw new IllegalArgumentException(
                    "The embedded operator can't run spec.sparkRFiles (it runs Java, Scala and Python)");
        }
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
