package dev.kindling.embedded.internal.operator.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/** At a distance of whole seconds from the last time. */
record Every(Duration distance) implements Schedule {

    private static final Pattern WHOLE = Pattern.compile("([\\d.]+(h|m|s|ms|us|ns))+");
    private static final Pattern PART = Pattern.compile("(?<number>[\\d.]+)(?<unit>ms|us|ns|h|m|s)");
    private static final Map<String, Double> NANOS =
            Map.of("h", 3.6e12, "m", 6e10, "s", 1e9, "ms", 1e6, "us", 1e3, "ns", 1.0);

    /** @param text as Go writes durations: {@code 1h30m} */
    static Every parse(String schedule, String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "failed to parse duration " + schedule + ": time: invalid duration \"" + text + "\"");
        }
        var nanos = PART.matcher(text)
                .results()
                .mapToDouble(part -> Double.parseDouble(part.group(1)) * NANOS.get(part.group(2)))
                .sum();
        var whole = Duration.ofNanos((long) nanos).truncatedTo(ChronoUnit.SECONDS);
        return new Every(whole.isZero() ? Duration.ofSeconds(1) : whole);
    }

    @Override
    public Instant next(Instant now) {
        return now.plus(distance).truncatedTo(ChronoUnit.SECONDS);
    }
}
