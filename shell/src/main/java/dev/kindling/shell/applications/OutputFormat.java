package dev.kindling.shell.applications;

import java.util.Locale;

/** What {@code -o} names. */
enum OutputFormat {
    /** For people. */
    TABLE,
    YAML,
    JSON;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
