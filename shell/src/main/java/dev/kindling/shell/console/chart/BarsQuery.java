package dev.kindling.shell.console.chart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.kindling.shell.console.chart.ChartData.Bars;
import dev.kindling.shell.console.chart.ChartData.Bars.Bar;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Few rows as they come; of many, the sums of the labels with the largest. */
final class BarsQuery {
    static final int MOST = 20;
    private static final String LABEL = "label";
    private static final String VALUE = "value";

    private BarsQuery() {}

    static Bars run(ChartQuery query) {
        var label = query.columns().label();
        var size = query.columns().size();
        var title = size.map(ChartColumns.Field::name).orElse("rows") + " by " + label.name();
        var rows = query.rows()
                .select(
                        coalesce(ChartQuery.column(label).cast("string"), lit("null"))
                                .as(LABEL),
                        size.map(ChartQuery::number).orElse(lit(1.0)).as(VALUE))
                .where(ChartQuery.isFinite(VALUE));
        var first = rows.takeAsList(MOST + 1);
        return first.size() <= MOST ? new Bars(title, summed(first), "") : largest(title, rows);
    }

    /** The order is that of the Dataset, which may be sorted. */
    private static List<Bar> summed(List<Row> rows) {
        var sums = new LinkedHashMap<String, Double>();
        rows.forEach(row -> sums.merge(row.getString(0), row.getDouble(1), Double::sum));
        return sums.entrySet().stream()
                .map(each -> new Bar(each.getKey(), each.getValue()))
                .toList();
    }

    private static Bars largest(String title, Dataset<Row> rows) {
        var sums = rows.groupBy(LABEL).agg(sum(VALUE).as(VALUE));
        var top = summed(sums.orderBy(col(VALUE).desc(), col(LABEL)).takeAsList(MOST));
        var all = sums.agg(count(lit(1)), sum(VALUE)).first();
        var others = all.getLong(0) - top.size();
        var rest = all.getDouble(1) - top.stream().mapToDouble(Bar::value).sum();
        var remark = others == 0 ? "" : others + " others: " + Axis.numbers("").text(rest, Math.abs(rest));
        return new Bars(title, top, remark);
    }
}
