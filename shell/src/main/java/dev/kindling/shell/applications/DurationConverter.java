package dev.kindling.shell.applications;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s}, {@code 30m}, {@code 1h30m}. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            var duration = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    private static TypeConversionException unreadable(String text) {
        return new TypeConversionException("'" + text + "' is no time. Write 90s, 30m or 1h30m");
    }
}
