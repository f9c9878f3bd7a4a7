package dev.kindling.shell.applications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The file of a verb; {@code -} is standard input. */
final class SourceFile {
    private static final String STANDARD_INPUT = "-";

    private SourceFile() {}

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
