package dev.kindling.embedded.internal.operator.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One field of a cron schedule.
 *
 * @param values the numbers it allows
 * @param open whether it allows all of them, by a star without a step
 */
record CronField(BitSet values, boolean open) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /** The five places of a schedule. */
    enum Place {
        MINUTE(0, 59, List.of()),
        HOUR(0, 23, List.of()),
        DAY_OF_MONTH(1, 31, List.of()),
        MONTH(1, 12, MONTHS),
        DAY_OF_WEEK(0, 6, DAYS);

        private final int first;
        private final int last;
        private final List<String> names;

        Place(int first, int last, List<String> names) {
            this.first = first;
            this.last = last;
            this.names = names;
        }
    }

    static CronField parse(String text, Place place) {
        var values = new BitSet();
        var open = false;
        for (var item : text.split(",")) {
            open |= add(item, place, values);
        }
        return new CronField(values, open);
    }

    boolean allows(int number) {
        return values.get(number);
    }

    /** Whether the item leaves everything open. */
    private static boolean add(String item, Place place, BitSet values) {
        var stepped = item.split("/", -1);
        var bounds = stepped[0].split("-", -1);
        if (stepped.length > 2 || bounds.length > 2) {
            throw new IllegalArgumentException("too many " + (bounds.length > 2 ? "hyphens: " : "slashes: ") + item);
        }
        var star = stepped[0].equals("*") || stepped[0].equals("?");
        var from = star ? place.first : number(bounds[0], place);
        var to = star ? place.last : bounds.length == 2 ? number(bounds[1], place) : from;
        var step = 1;
        if (stepped.length == 2) {
            step = integer(stepped[1]);
            to = bounds.length == 2 ? to : place.last;
        }
        check(item, place, from, to, step);
        for (var number = from; number <= to; number += step) {
            values.set(number);
        }
        return star && step == 1;
    }

    private static void check(String item, Place place, int from, int to, int step) {
        if (from < place.first) {
            throw new IllegalArgumentException(
                    "beginning of range (" + from + ") below minimum (" + place.first + "): " + item);
        }
        if (to > place.last) {
            throw new IllegalArgumentException("end of range (" + to + ") above maximum (" + place.last + "): " + item);
        }
        if (from > to) {
            throw new IllegalArgumentException(
                    "beginning of range (" + from + ") beyond end of range (" + to + "): " + item);
        }
        if (step == 0) {
            throw new IllegalArgumentException("step of range should be a positive number: " + item);
        }
    }

    private static int number(String text, Place place) {
        var name = place.names.indexOf(text.toLowerCase(Locale.ROOT));
        return name < 0 ? integer(text) : name + place.first;
    }

    private static int integer(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "failed to parse int from " + text + ": strconv.Atoi: parsing \"" + text + "\": invalid syntax");
        }
        return Integer.parseInt(text);
    }
}
