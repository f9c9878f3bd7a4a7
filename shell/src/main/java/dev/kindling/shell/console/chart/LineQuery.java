package dev.kindling.shell.console.chart;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.kindling.shell.console.chart.ChartData.Line;
import dev.kindling.shell.console.chart.ChartData.Line.Point;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Few points as they are; of many, the means along the line. */
final class LineQuery {
    static final int MOST = 1_000;
    private static final int MEANS = 400;
    private static final String X = "x";
    private static final String Y = "y";

    private LineQuery() {}

    static Line run(ChartQuery query) {
        var x = query.columns().x();
        var y = query.columns().y().orElseThrow();
        var points = query.rows()
                .select(ChartQuery.number(x).as(X), ChartQuery.number(y).as(Y))
                .where(ChartQuery.isFinite(X).and(ChartQuery.isFinite(Y)));
        var first = points.takeAsList(MOST + 1);
        var shown = points(first.size() <= MOST ? first : means(points));
        return new Line(y.name() + " along " + x.name(), query.axis(x), query.axis(y), shown);
    }

    private static List<Row> means(Dataset<Row> points) {
        var range = points.agg(min(X), max(X)).first();
        var width = Math.max(Double.MIN_NORMAL, (range.getDouble(1) - range.getDouble(0)) / MEANS);
        return points.groupBy(floor(col(X).minus(range.getDouble(0)).divide(width)))
                .agg(avg(X).as(X), avg(Y).as(Y))
                .select(X, Y)
                .collectAsList();
    }

    private static List<Point> points(List<Row> rows) {
        return rows.stream()
                .map(row -> new Point(row.getDouble(0), row.getDouble(1)))
                .sorted(Comparator.comparingDouble(Point::x))
                .toList();
    }
}
