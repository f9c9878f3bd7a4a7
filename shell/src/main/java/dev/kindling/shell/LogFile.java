package dev.kindling.shell;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Where Spark's log goes, as the terminal belongs to the result. */
final class LogFile {
    /** The system property that {@code log4j2.properties} reads. */
    static final String PROPERTY = "kindling.log";

    private LogFile() {}

    /** Tells Log4j before Spark's first class makes it read its configuration; a configuration that the user names wins. */
    static void use(Path file) {
        System.setProperty(PROPERTY, file.toString());
        if (System.getProperty("log4j2.configurationFile") == null) {
            System.setProperty("log4j2.configurationFile", "classpath:dev/kindling/shell/log4j2.properties");
        }
    }

    /** {@code $XDG_STATE_HOME/kindling/kindling.log}, by default under {@code ~/.local/state}. */
    static Path of(UnaryOperator<String> environment, Path home) {
        var state = environment.apply("XDG_STATE_HOME");
        var folder = state == null || state.isEmpty() ? home.resolve(".local/state") : Path.of(state);
        return folder.resolve("kindling").resolve("kindling.log");
    }
}
