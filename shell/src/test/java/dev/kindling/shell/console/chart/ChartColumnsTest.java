package dev.kindling.shell.console.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ChartColumnsTest {
    private static final DataType TEXT = DataTypes.StringType;
    private static final DataType NUMBER = DataTypes.LongType;
    private static final DataType TIME = DataTypes.DateType;

    @Test
    void the_columns_tell_the_kind() {
        assertThat(columns(TEXT, NUMBER).kind()).isEqualTo(ChartKind.BAR);
        assertThat(columns(TEXT).kind()).isEqualTo(ChartKind.BAR);
        assertThat(columns(NUMBER, TEXT).kind()).isEqualTo(ChartKind.BAR);
        assertThat(columns(NUMBER, NUMBER).kind()).isEqualTo(ChartKind.LINE);
        assertThat(columns(TIME, TEXT, NUMBER).kind()).isEqualTo(ChartKind.LINE);
        assertThat(columns(NUMBER).kind()).isEqualTo(ChartKind.HISTOGRAM);
        assertThat(columns(TIME).kind()).isEqualTo(ChartKind.HISTOGRAM);
    }

    @Test
    void each_kind_takes_the_first_columns_that_suit_it() {
        var columns = columns(NUMBER, TEXT, TIME, NUMBER);
        assertThat(columns.label().index()).isEqualTo(1);
        assertThat(columns.size().orElseThrow().index()).isZero();
        assertThat(columns.x().index()).isZero();
        assertThat(columns.y().orElseThrow().index()).isEqualTo(3);
        assertThat(columns.values().index()).isZero();
        assertThat(columns(NUMBER, NUMBER).size().orElseThrow().index()).isEqualTo(1);
    }

    @Test
    void what_does_not_suit_is_told_with_the_line_to_write() {
        assertThatThrownBy(() -> columns(TEXT, NUMBER).x())
                .hasMessage(
                        "a line needs a number or a time, and then a number; the columns are [c0: string, c1: bigint]."
                                + " Write chart(ds.select(\"time\", \"number\")).line()");
        assertThatThrownBy(() -> columns(TEXT).values()).hasMessageContaining("a histogram needs a number or a time");
        assertThatThrownBy(() -> columns().kind()).hasMessageContaining("a chart needs at least one column");
    }

    private static ChartColumns columns(DataType... types) {
        var schema = new StructType();
        for (var type : Arrays.asList(types)) {
            schema = schema.add("c" + schema.size(), type);
        }
        return ChartColumns.of(schema);
    }
}
