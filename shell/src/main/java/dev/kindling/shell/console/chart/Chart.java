package dev.kindling.shell.console.chart;

import dev.kindling.shell.terminal.Screen;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * A chart of a Dataset. Its text is the picture for the terminal, so it shows at the prompt; {@link #save} makes a PNG of it.
 *
 * <pre>{@code
 * chart(sales.groupBy("city").sum("price"));       // a label and a number: bars
 * chart(prices.select("day", "price"));            // a time or a number, and a number: a line
 * chart(flights.select("delay"));                  // one number: a histogram
 * chart(flights.select("delay")).save("delay.png");
 * }</pre>
 *
 * <p>Of many rows Spark makes few before they are fetched: the 20 labels with the largest sums, 400 means along a line, at
 * most some 20 bins. Jobs run when the chart is first looked at, once. Thread-safe.
 */
public final class Chart {
    private final ChartQuery query;
    private final ChartKind kind;
    private final Supplier<Screen> screen;
    private @Nullable ChartData data;

    private Chart(ChartQuery query, ChartKind kind, Supplier<Screen> screen) {
        this.query = query;
        this.kind = kind;
        this.screen = screen;
    }

    /**
     * A chart of the kind that suits the columns; no job runs.
     *
     * @param screen the terminal, as large as it is when the chart is drawn
     * @throws IllegalArgumentException if the Dataset is a stream or has no columns
     */
    public static Chart of(Dataset<?> dataset, Supplier<Screen> screen) {
        var query = ChartQuery.of(dataset);
        return new Chart(query, query.columns().kind(), screen);
    }

    /** As bars: the first column that is no number is the label, the first number the length; without one, rows are counted. */
    public Chart bar() {
        query.columns().label();
        return as(ChartKind.BAR);
    }

    /**
     * As a line: along the first column that is a number or a time, the number after it.
     *
     * @throws IllegalArgumentException if there are no such columns
     */
    public Chart line() {
        query.columns().x();
        return as(ChartKind.LINE);
    }

    /**
     * As a histogram of the first number, else of the first time.
     *
     * @throws IllegalArgumentException if there is neither
     */
    public Chart histogram() {
        query.columns().values();
        return as(ChartKind.HISTOGRAM);
    }

    /**
     * Writes it as a picture.
     *
     * @param file ends with {@code .png}; its folder is made, what it held is replaced
     * @return where it is
     */
    public Path save(String file) {
        var path = Path.of(file).toAbsolutePath().normalize();
        if (!file.endsWith(".png")) {
            throw new IllegalArgumentException("'" + file + "' is no name of a PNG. Write save(\"chart.png\")");
        }
        PngPicture.write(data(), path);
        return path;
    }

    /** The picture for the terminal, no line longer than it is wide. */
    @Override
    public String toString() {
        return String.join("\n", TextPicture.lines(data(), screen.get()));
    }

    private Chart as(ChartKind wanted) {
        return wanted == kind ? this : new Chart(query, wanted, screen);
    }

    private synchronized ChartData data() {
        var known = data;
        if (known == null) {
            known = query.data(kind);
            data = known;
        }
        return known;
    }
}
