package dev.kindling.value;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of memory as Spark writes it: a whole number and one of {@code k}, {@code m}, {@code g}, {@code t}, each 1024
 * times the one before. Immutable and thread-safe.
 *
 * <pre>{@code
 * Memory heap = Memory.parse("4g");
 * long bytes = heap.bytes();
 * }</pre>
 *
 * <p>Rule: the size strings of Spark's configuration page, narrowed to the spellings that Spark, {@code -Xmx} and the
 * operators all read alike.
 *
 * @param bytes how many bytes, at least 1
 */
public record Memory(long bytes) {
    private static final String UNITS = "kmgt";
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([kmgt])");
    private static final Pattern NEAR =
            Pattern.compile("\\s*-?(\\d{1,12})\\s*([kmgt]?)i?b?\\s*", Pattern.CASE_INSENSITIVE);

    /** Refuses less than one byte. */
    public Memory {
        if (bytes < 1) {
            throw new IllegalArgumentException(
                    "Memory of " + bytes + " bytes is not possible: write Memory.parse(\"1g\")");
        }
    }

    /**
     * Reads a size such as {@code "512m"}.
     *
     * @throws IllegalArgumentException if it is not one; the message says what to write
     */
    public static Memory parse(String text) {
        var size = SIZE.matcher(text);
        if (!size.matches() || Long.parseLong(size.group(1)) == 0 || tooBig(size.group(1), size.group(2))) {
            throw new IllegalArgumentException(
                    "Memory \"" + text + "\" is not a size Spark reads here: write \"" + nearest(text) + "\"");
        }
        return new Memory(Long.parseLong(size.group(1)) << shift(size.group(2)));
    }

    /** The size in whole mebibytes, rounded up, as Spark counts heaps. */
    public long mebibytes() {
        return (bytes + (1L << 20) - 1) >> 20;
    }

    /** The shortest text that {@link #parse} reads back to the same size ({@code "4g"}); bytes below a kibibyte as {@code "12b"}. */
    @Override
    public String toString() {
        for (int unit = UNITS.length(); unit > 0; unit--) {
            if (bytes % (1L << (10 * unit)) == 0) {
                return (bytes >> (10 * unit)) + UNITS.substring(unit - 1, unit);
            }
        }
        return bytes + "b";
    }

    private static int shift(String unit) {
        return 10 * (UNITS.indexOf(unit) + 1);
    }

    private static boolean tooBig(String digits, String unit) {
        return Long.parseLong(digits) > Long.MAX_VALUE >> shift(unit);
    }

    private static String nearest(String text) {
        var near = NEAR.matcher(text);
        if (!near.matches()
                || Long.parseLong(near.group(1)) == 0
                || near.group(1).length() > 5) {
            return "4g";
        }
        var unit = near.group(2).isEmpty() ? "g" : near.group(2).toLowerCase(Locale.ROOT);
        return Long.parseLong(near.group(1)) + unit;
    }
}
