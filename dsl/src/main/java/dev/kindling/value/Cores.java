package dev.kindling.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes cpu quantity, in thousandths of a core: what a pod requests or is limited to. Immutable and thread-safe.
 *
 * <pre>{@code
 * Cores half = Cores.parse("500m");
 * Cores same = Cores.parse("0.5");
 * }</pre>
 *
 * <p>Rule: "CPU resource units" of the Kubernetes documentation.
 *
 * @param millis thousandths of a core, at least 1
 */
public record Cores(int millis) implements Comparable<Cores> {
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,7})m|(\\d{1,4}(?:\\.\\d{1,3})?)");

    /** Refuses less than a thousandth of a core. */
    public Cores {
        if (millis < 1) {
            throw new IllegalArgumentException(
                    "Cores of " + millis + "m are not possible: write Cores.parse(\"500m\")");
        }
    }

    /** Whole cores. */
    public static Cores of(int cores) {
        return new Cores(Math.multiplyExact(cores, 1000));
    }

    /**
     * Reads {@code "2"}, {@code "0.5"} or {@code "500m"}.
     *
     * @throws IllegalArgumentException if it is none of these or zero; the message says what to write
     */
    public static Cores parse(String text) {
        var quantity = QUANTITY.matcher(text);
        int millis = quantity.matches() ? millis(quantity.group(1), quantity.group(2)) : 0;
        if (millis == 0) {
            throw new IllegalArgumentException(
                    "Cores \"" + text + "\" is not a cpu quantity of Kubernetes: write \"500m\", \"0.5\" or \"2\"");
        }
        return new Cores(millis);
    }

    @Override
    public int compareTo(Cores other) {
        return Integer.compare(millis, other.millis);
    }

    /** {@code "2"} for whole cores, {@code "500m"} else. */
    @Override
    public String toString() {
        return millis % 1000 == 0 ? Integer.toString(millis / 1000) : millis + "m";
    }

    private static int millis(@Nullable String thousandths, String cores) {
        return thousandths != null
                ? Integer.parseInt(thousandths)
                : new BigDecimal(cores)
                        .movePointRight(3)
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .intValueExact();
    }
}
