package dev.kindling.shell.console;

import dev.kindling.shell.console.chart.Chart;
import dev.kindling.shell.console.table.FirstRows;
import dev.kindling.shell.console.table.RowsTable;
import dev.kindling.shell.terminal.Screen;
import org.apache.spark.sql.Dataset;

/**
 * What can be called in the console without an import, to look at data.
 *
 * <pre>{@code
 * show(ds);
 * show(ds, 50);
 * chart(ds.groupBy("city").count());
 * chart(ds.select("delay")).save("delay.png");
 * }</pre>
 */
public final class DataVerbs {
    private static final int ROWS = 20;
    private static final Screen NONE = new Screen(100, 24);

    private DataVerbs() {}

    /** Prints the first 20 rows as a table that fits the terminal. */
    public static void show(Dataset<?> ds) {
        show(ds, ROWS);
    }

    /**
     * Prints the first rows as a table that fits the terminal; where there is none, nothing is cut.
     *
     * @param rows how many at most
     */
    public static void show(Dataset<?> ds, int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException(rows + " rows cannot be shown. Write show(ds, 20)");
        }
        int width = Console.current().screen().map(Screen::columns).orElse(Integer.MAX_VALUE);
        RowsTable.lines(FirstRows.of(ds, rows), width).forEach(System.out::println);
    }

    /**
     * A chart, of the kind that suits the columns: bars of (label, number), a line of (time or number, number), a histogram
     * of one number. It shows at the prompt; in a script, print it or save it.
     */
    public static Chart chart(Dataset<?> ds) {
        var console = Console.current();
        return Chart.of(ds, () -> console.screen().orElse(NONE));
    }
}
