package dev.kindling.benchmarks.harness;

import java.util.Locale;

/**
 * What a figure must not exceed.
 *
 * @param what the figure, with its unit
 * @param measured the figure
 * @param limit the most it may be
 */
public record Goal(String what, double measured, double limit) {

    /** Whether the figure is within its limit. */
    public boolean isMet() {
        return measured <= limit;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s  %s: %.3f, at most %.3f", isMet() ? "met   " : "MISSED", what, measured, limit);
    }
}
