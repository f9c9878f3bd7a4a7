package dev.kindling.shell.console.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.Spark;
import dev.kindling.run.RunningSession;
import dev.kindling.shell.console.table.FirstRows;
import dev.kindling.shell.console.table.FirstRows.ColumnHead;
import dev.kindling.shell.terminal.Screen;
import dev.kindling.target.Local;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark is asked for, so that rows and charts of any Dataset stay small. */
@Tag("embedded")
class ChartIT {
    private static RunningSession session;

    @BeforeAll
    static void start() {
        session = Spark.session("charts")
                .conf("spark.sql.session.timeZone", "UTC")
                .conf("spark.sql.shuffle.partitions", "2")
                .conf("spark.sql.codegen.wholeStage", "false") // compiling queries takes longer than their few rows
                .startOn(Local.threads(2));
    }

    @AfterAll
    static void stop() {
        session.close();
    }

    @Test
    void few_bars_keep_their_order_and_equal_labels_are_added() {
        var rows = sql("VALUES ('b', 1), ('a', 2.5), (null, 4), ('b', 2), ('c', null) AS t(label, n)");
        assertThat(text(rows))
                .startsWith("n by label\nb      3 ██")
                .contains("\na    2.5 █", "\nnull   4 █")
                .doesNotContain("\nc");
    }

    @Test
    void of_many_labels_the_largest_are_shown() {
        var rows = sql("SELECT concat('k', id % 50) AS k, IF(id % 50 < 3, 100, 1) AS n FROM range(5000)");
        assertThat(text(rows).lines())
                .hasSize(22)
                .startsWith("n by k")
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("k0  10,000 █"))
                .endsWith("… 30 others: 3,000");
    }

    @Test
    void labels_alone_are_counted() {
        assertThat(text(sql("VALUES (true), (false), (true) AS t(open)")))
                .startsWith("rows by open\ntrue  2 █")
                .contains("\nfalse 1 █");
    }

    @Test
    void a_long_line_is_made_of_means() {
        var rows = sql("SELECT timestamp_seconds(id * 60) AS t, sin(id / 20000) AS s FROM range(200000)");
        var data = (ChartData.Line) ChartQuery.of(rows).data(ChartKind.LINE);
        assertThat(data.points()).hasSizeBetween(400, 401);
        assertThat(text(rows)).contains("1970-01-01", "1970-05-19").contains("⠉");
    }

    @Test
    void values_are_counted_in_round_bins() {
        var rows = sql("SELECT id % 100 AS n FROM range(10000) UNION ALL SELECT null");
        assertThat(text(rows)).startsWith("rows by n\n0 – 10   1,000 █").contains("\n90 – 100 1,000 █");
        assertThat(text(sql("VALUES (float('NaN')), (float('Infinity')) AS t(x)")))
                .isEqualTo("rows by x\n(no values)");
        assertThat(text(sql("VALUES (DATE'2026-01-01'), (DATE'2026-01-31') AS t(day)")))
                .contains("2026-01-01 – 2026-01-08 1 █");
    }

    @Test
    void a_chart_becomes_a_png(@TempDir Path folder) throws Exception {
        var line = chart(sql("SELECT id AS x, id * id AS y FROM range(50)"));
        for (var each : List.of(line, line.bar(), line.histogram())) {
            var file = each.save(folder.resolve("new/chart.png").toString());
            assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1_000);
        }
        assertThatThrownBy(() -> line.save("chart.gif")).hasMessageContaining("Write save(\"chart.png\")");
    }

    @Test
    void first_rows_are_texts_of_every_type() {
        var rows = sql("SELECT 1 AS `a.b`, 'x\n\u001b[31m' AS `a.b`, null AS n, array(1, null) AS l, X'0A0B' AS bytes,"
                + " named_struct('f', 1.50) AS s, map('k', DATE'2026-01-02') AS m FROM range(3)");
        assertThat(FirstRows.of(rows, 2))
                .satisfies(first -> assertThat(first.columns())
                        .startsWith(new ColumnHead("a.b", true), new ColumnHead("a.b", false)))
                .satisfies(first -> assertThat(first.rows())
                        .hasSize(2)
                        .startsWith(List.of(
                                "1", "x\\n□[31m", "null", "[1, null]", "0x0A0B", "{1.50}", "{k -> 2026-01-02}")))
                .extracting(FirstRows::more)
                .isEqualTo(true);
        assertThat(FirstRows.of(rows, 3).more()).isFalse();
    }

    @Test
    void first_rows_read_no_more_than_they_need() {
        var tasks = session.spark().sparkContext().longAccumulator();
        session.spark()
                .udf()
                .register(
                        "seen",
                        (Long id) -> {
                            tasks.add(1);
                            return id;
                        },
                        org.apache.spark.sql.types.DataTypes.LongType);
        FirstRows.of(sql("SELECT seen(id) FROM range(0, 1000000, 1, 50)"), 5);
        assertThat(tasks.value()).isLessThan(20_001L);
    }

    private static Dataset<Row> sql(String query) {
        return session.spark().sql(query.startsWith("VALUES") ? "SELECT * FROM " + query : query);
    }

    private static Chart chart(Dataset<Row> rows) {
        return Chart.of(rows, () -> new Screen(60, 20));
    }

    private static String text(Dataset<Row> rows) {
        return chart(rows).toString();
    }
}
