package dev.kindling.shell.applications;

import dev.kindling.ApplicationSpec;
import dev.kindling.ScheduleSpec;
import dev.kindling.Spark;
import dev.kindling.run.SparkManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Parameters;

/** The file of a verb; {@code -} is standard input. */
final class SourceFile {
    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "FILE", description = "A SparkApplication as YAML or JSON; - reads standard input.")
    private String file = "";

    private Optional<String> input = Optional.empty();

    /** The application that it describes. */
    ApplicationSpec application(InputStream in) {
        return read(in, Spark::readApplication, Spark::readApplication);
    }

    /** The schedule that it describes. */
    ScheduleSpec schedule(InputStream in) {
        return read(in, Spark::readSchedule, Spark::readSchedule);
    }

    /** Whether it is a schedule; what else it is, is found out when it is read. */
    boolean isSchedule(InputStream in) {
        return read(in, SparkManifest::read, SparkManifest::parse).kind().equals("ScheduledSparkApplication");
    }

    private <T> T read(InputStream in, Function<Path, T> ofFile, Function<String, T> ofText) {
        if (!file.equals(STANDARD_INPUT)) {
            return ofFile.apply(Path.of(file));
        }
        if (input.isEmpty()) {
            input = Optional.of(text(in));
        }
        return ofText.apply(input.get());
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
