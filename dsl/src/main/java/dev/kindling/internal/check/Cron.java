package dev.kindling.internal.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads cron text by the rules of Kubeflow's operator, which uses robfig's standard parser: five fields, or one of the
 * short forms.
 */
final class Cron {
    private static final Set<String> SHORT =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");

    private static final Pattern EVERY = Pattern.compile("@every (?:\\d{1,9}(?:\\.\\d+)?(?:ns|us|ms|s|m|h))+");
    private static final Pattern EVERY_NOTHING = Pattern.compile("@every (?:\\d+(?:\\.\\d+)?(?:ns|us|ms)|0+[smh])+");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final List<Integer> LENGTHS = List.of(31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

    private Cron() {}

    /** What is wrong with it; nothing if it can be used. */
    static Optional<String> problem(String text) {
        if (text.startsWith("TZ=") || text.startsWith("CRON_TZ=")) {
            return Optional.of("names a time zone, which has a field of its own: .timeZone(ZoneId.of(..))");
        }
        if (text.startsWith("@")) {
            return shortForm(text);
        }
        var fields = text.strip().split("\\s+");
        if (fields.length != 5) {
            return Optional.of("has " + fields.length + " fields and not minute, hour, day, month, weekday");
        }
        try {
            range("minute", fields[0], 0, 59, List.of());
            range("hour", fields[1], 0, 23, List.of());
            var days = range("day", fields[2], 1, 31, List.of());
            var months = range("month", fields[3], 1, 12, MONTHS);
            range("weekday", fields[4], 0, 6, DAYS);
            boolean anyWeekday = fields[4].startsWith("*") || fields[4].startsWith("?");
            return anyWeekday ? neverComes(days, months) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Optional<String> shortForm(String text) {
        if (EVERY_NOTHING.matcher(text).matches()) {
            return Optional.of("leaves less than a second between runs");
        }
        return SHORT.contains(text) || EVERY.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("is none of @every 20m, @hourly, @daily, @weekly, @monthly, @yearly");
    }

    private static Optional<String> neverComes(Set<Integer> days, Set<Integer> months) {
        boolean comes = months.stream().anyMatch(month -> days.stream().anyMatch(day -> day <= LENGTHS.get(month - 1)));
        return comes ? Optional.empty() : Optional.of("names a day that none of its months has");
    }

    private static Set<Integer> range(String name, String text, int min, int max, List<String> names) {
        var all = new TreeSet<Integer>();
        for (var part : text.split(",", -1)) {
            part(name, part, min, max, names, all);
        }
        return all;
    }

    private static void part(String name, String text, int min, int max, List<String> names, Set<Integer> all) {
        var step = text.split("/", -1);
        var ends = step[0].split("-", -1);
        if (step.length > 2 || ends.length > 2) {
            throw wrong(name, text, min, max);
        }
        boolean any = step[0].equals("*") || step[0].equals("?");
        int from = any ? min : number(name, ends[0], min, names);
        int last = ends.length == 2 ? number(name, ends[1], min, names) : from;
        int to = any || (ends.length == 1 && step.length == 2) ? max : last;
        int by = step.length == 2 ? number(name, step[1], 0, List.of()) : 1;
        if (from < min || to > max || from > to || by < 1) {
            throw wrong(name, text, min, max);
        }
        for (int i = from; i <= to; i += by) {
            all.add(i);
        }
    }

    private static int number(String name, String text, int min, List<String> names) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            return named + min;
        }
        if (!text.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("has \"" + text + "\" for its " + name + ", which is no number");
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException wrong(String name, String text, int min, int max) {
        return new IllegalArgumentException(
                "has \"" + text + "\" for its " + name + ", which is not within " + min + " to " + max);
    }
}
