package dev.kindling.internal.driver;

import java.util.List;
import java.util.Optional;
import org.apache.spark.deploy.k8s.submit.JavaMainAppResource;
import org.apache.spark.deploy.k8s.submit.MainAppResource;
import org.apache.spark.deploy.k8s.submit.PythonMainAppResource;
import org.apache.spark.deploy.k8s.submit.RMainAppResource;
import scala.Option;

/**
 * What a driver runs.
 *
 * @param mainClass of a JVM program; that of Python and R is Spark's
 * @param file the jar or script; without one a class of the image is run
 * @param proxyUser as whom Hadoop sees it
 */
public record DriverProgram(
        Language language,
        String mainClass,
        Optional<String> file,
        List<String> arguments,
        Optional<String> proxyUser) {

    /** What starts the program. */
    public enum Language {
        JVM,
        PYTHON,
        R
    }

    public DriverProgram {
        arguments = List.copyOf(arguments);
    }

    /** A class with its {@code main}, in the jar or the image. */
    public static DriverProgram jvm(String mainClass, Optional<String> jar, List<String> arguments) {
        return new DriverProgram(Language.JVM, mainClass, jar, arguments, Optional.empty());
    }

    public static DriverProgram python(String file, List<String> arguments) {
        return new DriverProgram(
                Language.PYTHON,
                "org.apache.spark.deploy.PythonRunner",
                Optional.of(file),
                arguments,
                Optional.empty());
    }

    public static DriverProgram r(String file, List<String> arguments) {
        return new DriverProgram(
                Language.R, "org.apache.spark.deploy.RRunner", Optional.of(file), arguments, Optional.empty());
    }

    public DriverProgram proxyUser(Optional<String> user) {
        return new DriverProgram(language, mainClass, file, arguments, user);
    }

    MainAppResource resource() {
        return switch (language) {
            case JVM -> new JavaMainAppResource(Option.apply(file.orElse(null)));
            case PYTHON -> new PythonMainAppResource(file.orElseThrow());
            case R -> new RMainAppResource(file.orElseThrow());
        };
    }
}
