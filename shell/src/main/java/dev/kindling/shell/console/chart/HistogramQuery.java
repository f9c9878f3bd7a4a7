package dev.kindling.shell.console.chart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.kindling.shell.console.chart.ChartData.Histogram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;

/** Values counted in Spark, in bins whose edges are round. */
final class HistogramQuery {
    private static final int FEWEST = 5;
    private static final int MOST = 20;
    private static final String VALUE = "value";

    private HistogramQuery() {}

    static Histogram run(ChartQuery query) {
        var field = query.columns().values();
        var values = query.rows().select(ChartQuery.number(field).as(VALUE)).where(ChartQuery.isFinite(VALUE));
        var range = values.agg(count(lit(1)), min(VALUE), max(VALUE)).first();
        var title = "rows by " + field.name();
        if (range.getLong(0) == 0) {
            return new Histogram(title, query.axis(field), 0, 1, List.of());
        }
        var least = range.getDouble(1);
        var most = range.getDouble(2);
        var step = step(field, (most - least) / bins(range.getLong(0)));
        var start = Math.floor(least / step) * step;
        var size = 1 + (int) Math.floor((most - start) / step);
        return new Histogram(title, query.axis(field), start, step, counts(values, start, step, size));
    }

    /** By Sturges' rule. */
    private static int bins(long values) {
        return (int) Math.max(FEWEST, Math.min(MOST, 1 + Math.ceil(Math.log(values) / Math.log(2))));
    }

    private static double step(ChartColumns.Field field, double least) {
        if (least <= 0) {
            return 1;
        }
        if (field.isTime()) {
            return Steps.time(least);
        }
        return field.of().dataType() instanceof IntegralType ? Math.max(1, Steps.number(least)) : Steps.number(least);
    }

    private static List<Long> counts(Dataset<Row> values, double start, double step, int size) {
        var counts = new ArrayList<>(Collections.nCopies(size, 0L));
        var bin = floor(col(VALUE).minus(start).divide(step)).cast(DataTypes.IntegerType);
        for (var row : values.groupBy(bin).count().collectAsList()) {
            counts.set(Math.max(0, Math.min(size - 1, row.getInt(0))), row.getLong(1));
        }
        return List.copyOf(counts);
    }
}
