package dev.kindling.shell.console.chart;

import java.time.ZoneId;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Asks Spark for what a chart shows; what comes back is bounded, whatever the size of the Dataset. */
record ChartQuery(Dataset<Row> rows, ChartColumns columns, ZoneId zone) {
    static ChartQuery of(Dataset<?> dataset) {
        if (dataset.isStreaming()) {
            throw new IllegalArgumentException("a stream has no end, so there is no chart of it."
                    + " Write its query to memory with writeStream().format(\"memory\") and chart the table");
        }
        var columns = ChartColumns.of(dataset.schema());
        var names = IntStream.range(0, columns.fields().size())
                .mapToObj(ChartQuery::name)
                .toArray(String[]::new);
        var zone = ZoneId.of(dataset.sparkSession().conf().get("spark.sql.session.timeZone"));
        return new ChartQuery(dataset.toDF(names), columns, zone);
    }

    ChartData data(ChartKind kind) {
        return switch (kind) {
            case BAR -> BarsQuery.run(this);
            case LINE -> LineQuery.run(this);
            case HISTOGRAM -> HistogramQuery.run(this);
        };
    }

    /** A column as a number; times are seconds since 1970. */
    static Column number(ChartColumns.Field field) {
        var column = column(field);
        return (field.isTime() ? column.cast("timestamp") : column).cast("double");
    }

    static Column column(ChartColumns.Field field) {
        return functions.col(name(field.index()));
    }

    /** Neither nothing, nor infinite, nor no number. */
    static Column isFinite(String column) {
        var value = functions.col(column);
        return value.isNotNull().and(functions.abs(value).leq(functions.lit(Double.MAX_VALUE)));
    }

    Axis axis(ChartColumns.Field field) {
        return field.isTime() ? Axis.times(field.name(), zone) : Axis.numbers(field.name());
    }

    private static String name(int index) {
        return "c" + index;
    }
}
