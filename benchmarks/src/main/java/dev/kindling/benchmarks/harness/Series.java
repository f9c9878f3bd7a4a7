package dev.kindling.benchmarks.harness;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What was measured of one peer, in the order in which it was measured.
 *
 * @param name of the peer
 * @param values usually seconds
 */
public record Series(String name, List<Double> values) {

    /** Refuses an empty series: it has no median. */
    public Series {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Series " + name + " has no values");
        }
        values = List.copyOf(values);
    }

    /** The middle value; of an even number, the mean of the two in the middle. */
    public double median() {
        return quantile(0.5);
    }

    /** A quartile or any other quantile, from 0 to 1; between two values it is interpolated, as spreadsheets do. */
    public double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("Quantile " + share + " is not between 0 and 1");
        }
        List<Double> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /** How many times the peer's median this one's is. */
    public double ratioTo(Series peer) {
        return median() / peer.median();
    }

    /** The differences to a peer measured in the same rounds: what both rounds had to bear cancels out. */
    public Series minus(Series peer) {
        if (values.size() != peer.values.size()) {
            throw new IllegalArgumentException(
                    name + " has " + values.size() + " values, " + peer.name + " " + peer.values.size());
        }
        return new Series(
                name + " - " + peer.name,
                IntStream.range(0, values.size())
                        .mapToObj(round -> values.get(round) - peer.values.get(round))
                        .toList());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-34s n %2d   q1 %7.3f   median %7.3f   q3 %7.3f   min %7.3f   max %7.3f",
                name,
                values.size(),
                quantile(0.25),
                median(),
                quantile(0.75),
                quantile(0),
                quantile(1));
    }
}
