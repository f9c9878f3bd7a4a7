package dev.kindling.embedded.internal.operator.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** When something is due, again and again. */
interface Schedule {

    /** The first time after {@code now}; {@link Instant#MAX} where there is none. */
    Instant next(Instant now);

    /**
     * Reads five cron fields or a word such as {@code @daily} or {@code @every 1h30m}.
     *
     * @param zone of {@code spec.timeZone}; empty or {@code Local} for that of this machine
     * @throws IllegalArgumentException with the message that Kubeflow writes into the status
     */
    static Schedule parse(String text, String zone) {
        var inText = Syntax.ZONE.matcher(text);
        if (inText.matches()) {
            return Syntax.parse(inText.group("rest").strip(), zone(inText.group("zone"), "provided bad location %s: "));
        }
        return Syntax.parse(text.strip(), zone(zone, "Invalid timezone: "));
    }

    private static ZoneId zone(String name, String error) {
        try {
            return name.isEmpty() || name.equals("Local") ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(error.formatted(name) + "unknown time zone " + name, e);
        }
    }

    /** What stands for fields, and what does not. */
    final class Syntax {
        private static final Pattern ZONE = Pattern.compile("(CRON_)?TZ=(?<zone>\\S*)\\s+(?<rest>.*)");
        private static final String EVERY = "@every ";
        private static final Map<String, String> WORDS = Map.of(
                "@yearly", "0 0 1 1 *",
                "@annually", "0 0 1 1 *",
                "@monthly", "0 0 1 * *",
                "@weekly", "0 0 * * 0",
                "@daily", "0 0 * * *",
                "@midnight", "0 0 * * *",
                "@hourly", "0 * * * *");

        private Syntax() {}

        private static Schedule parse(String text, ZoneId zone) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("empty spec string");
            }
            if (text.startsWith(EVERY)) {
                return Every.parse(text, text.substring(EVERY.length()));
            }
            if (text.startsWith("@") && !WORDS.containsKey(text)) {
                throw new IllegalArgumentException("unrecognized descriptor: " + text);
            }
            var fields = List.of(WORDS.getOrDefault(text, text).split("\\s+"));
            if (fields.size() != 5) {
                throw new IllegalArgumentException(
                        "expected exactly 5 fields, found " + fields.size() + ": [" + String.join(" ", fields) + "]");
            }
            return Cron.parse(fields, zone);
        }
    }
}
