package dev.kindling.shell.console.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.shell.console.table.FirstRows.ColumnHead;
import dev.kindling.shell.terminal.TextWidth;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTableTest {
    private static final FirstRows CITIES = new FirstRows(
            List.of(new ColumnHead("city", false), new ColumnHead("people", true)),
            List.of(List.of("東京", "37000000"), List.of("Rome 🙂", "null")),
            true);

    @Test
    void shows_rows_under_their_names() {
        assertThat(RowsTable.lines(CITIES, 80))
                .containsExactly(
                        "city       people",
                        "───────  ────────",
                        "東京     37000000",
                        "Rome 🙂      null",
                        "… only the first 2 rows");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 79, 200})
    void never_is_wider_than_the_terminal(int width) {
        var columns = IntStream.range(0, 30)
                .mapToObj(i -> new ColumnHead("column" + i, false))
                .toList();
        var rows = new FirstRows(columns, List.of(Collections.nCopies(30, "a 日本語 text")), false);
        assertThat(RowsTable.lines(rows, width))
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width))
                .last()
                .asString()
                .startsWith("… ")
                .contains(" more columns: column");
    }

    @Test
    void says_that_there_are_no_rows() {
        var none = new FirstRows(CITIES.columns(), List.of(), false);
        assertThat(RowsTable.lines(none, 80)).endsWith("(no rows)");
    }
}
