package dev.kindling.shell.console.chart;

import java.util.List;
import java.util.stream.IntStream;

/** What a chart shows: few enough values for a screen, whatever the size of the Dataset they come from. */
sealed interface ChartData {
    /** What is drawn of what, such as {@code bytes by package}. */
    String title();

    /**
     * A bar for each label.
     *
     * @param bars in the order in which they are drawn
     * @param remark what is not shown; empty if all is
     */
    record Bars(String title, List<Bar> bars, String remark) implements ChartData {
        /** One bar. */
        record Bar(String label, double value) {}
    }

    /**
     * Points from left to right.
     *
     * @param x what the points go along
     * @param y what they tell
     */
    record Line(String title, Axis x, Axis y, List<Point> points) implements ChartData {
        /** One point. */
        record Point(double x, double y) {}
    }

    /**
     * How many values lie where.
     *
     * @param axis of the values
     * @param start where the first bin begins
     * @param step the width of a bin
     * @param counts of each bin, also of the empty ones
     */
    record Histogram(String title, Axis axis, double start, double step, List<Long> counts) implements ChartData {
        /** A bar for each bin, whose label is its two edges. */
        List<Bars.Bar> bars() {
            return IntStream.range(0, counts.size())
                    .mapToObj(i -> new Bars.Bar(edge(i) + " – " + edge(i + 1), counts.get(i)))
                    .toList();
        }

        private String edge(int bin) {
            return axis.text(start + bin * step, step);
        }
    }
}
