package dev.kindling.shell.applications;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The file of a verb; {@code -} is standard input. */
final class SourceFile {
    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "FILE", description = "A SparkApplication as YAML or JSON; - reads standard input.")
    private String file = "";

    /** The application that it describes. */
    ApplicationSpec application(InputStream in) {
        return file.equals(STANDARD_INPUT) ? Spark.readApplication(text(in)) : Spark.readApplication(Path.of(file));
    }

    /** All of standard input. */
    static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }

    static boolean isStandardInput(String file) {
        return file.equals(STANDARD_INPUT);
    }
}
