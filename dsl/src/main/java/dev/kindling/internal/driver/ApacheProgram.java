package dev.kindling.internal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Finds the program in a resource of the Apache dialect, by the rules of that operator. */
final class ApacheProgram {

    private static final String PYTHON_RUNNER = "org.apache.spark.deploy.PythonRunner";

    private ApacheProgram() {}

    /** @param settings gets what a driver in a pod relies on whoever submitted it for */
    static DriverProgram of(JsonNode spec, Map<String, String> settings) {
        var user = text(spec, "proxyUser");
        return program(spec, settings).proxyUser(user);
    }

    private static DriverProgram program(JsonNode spec, Map<String, String> settings) {
        var arguments = StreamSupport.stream(spec.path("driverArgs").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var jar = text(spec, "jars");
        var python = text(spec, "pyFiles");
        if (jar.isEmpty() && python.isPresent()) {
            return python(python.get(), spec, arguments, settings);
        }
        if (jar.isEmpty() && spec.hasNonNull("sparkRFiles")) {
            return DriverProgram.r(spec.path("sparkRFiles").asText(), arguments);
        }
        // Without it executors lack the program's classes.
        jar.ifPresent(main -> settings.merge("spark.jars", main, ApacheProgram::joined));
        return DriverProgram.jvm(spec.path("mainClass").asText(), jar, arguments);
    }

    private static DriverProgram python(
            String files, JsonNode spec, List<String> arguments, Map<String, String> settings) {
        if (!spec.path("mainClass").asText().equals(PYTHON_RUNNER)) {
            return DriverProgram.python(files, arguments);
        }
        var all = files.split(",", 2);
        if (all.length > 1) {
            settings.merge("spark.submit.pyFiles", all[1], ApacheProgram::joined);
        }
        return DriverProgram.python(all[0], arguments);
    }

    private static String joined(String there, String more) {
        return List.of(there.split(",")).contains(more) ? there : there + "," + more;
    }

    private static Optional<String> text(JsonNode spec, String field) {
        return Optional.of(spec.path(field).asText()).filter(text -> !text.isEmpty());
    }
}
