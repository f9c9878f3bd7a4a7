package dev.kindling.shell.console.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How the numbers of an axis read.
 *
 * @param name of the column
 * @param zone if the numbers are seconds since 1970: the time zone to show them in
 */
record Axis(String name, Optional<ZoneId> zone) {
    private static final double DAY = 86_400;

    static Axis numbers(String name) {
        return new Axis(name, Optional.empty());
    }

    static Axis times(String name, ZoneId zone) {
        return new Axis(name, Optional.of(zone));
    }

    /** A value, as exactly as the part of the axis that is shown asks for. */
    String text(double value, double span) {
        return zone.map(each -> time(value, span, each)).orElseGet(() -> number(value, span));
    }

    private static String time(double seconds, double span, ZoneId zone) {
        var pattern = span >= 2 * DAY ? "yyyy-MM-dd" : span >= 600 ? "MM-dd HH:mm" : "HH:mm:ss";
        var millis = Math.round(seconds * 1_000);
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    /** With as many decimals as tell a hundredth of the span; whole where that is enough. */
    private static String number(double value, double span) {
        if (Math.abs(value) >= 1e15 || (span > 0 && span < 1e-6)) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        var decimals = span <= 0 ? 6 : Math.max(0, Math.min(9, (int) Math.ceil(2 - Math.log10(span))));
        var text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
