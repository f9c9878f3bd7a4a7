package dev.kindling.samples.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CensusReportTest {
    private final Census small =
            Census.of("17+8", List.of(new PackageCount("a.b", 1_000, 123_456, 3), new PackageCount("c", 500, 7, 9)));

    @Test
    void a_table_ends_with_the_total() {
        assertThat(CensusReport.table(small))
                .isEqualTo(
                        """
                package   classes        bytes    methods
                a.b         1,000      123,456          3
                c             500            7          9
                total       1,500      123,463         12
                """);
    }

    @Test
    void what_is_too_much_for_the_table_is_one_row() {
        var many = Census.of(
                "17+8",
                IntStream.range(0, 20).mapToObj(CensusReportTest::single).toList());
        assertThat(CensusReport.table(many).lines()).hasSize(18).anyMatch(line -> line.startsWith("5 others "));
    }

    @Test
    void a_chart_fits_the_screen() {
        assertThat(CensusReport.chart(small, 20))
                .isEqualTo(
                        """
                a.b 1,000 ██████████
                c     500 █████
                """);
        assertThat(CensusReport.chart(small, 5).lines()).hasSize(2);
        assertThat(CensusReport.chart(Census.of("17+8", List.of()), 80)).isEmpty();
    }

    private static PackageCount single(int number) {
        return new PackageCount("p" + number, 1, 1, 1);
    }
}
