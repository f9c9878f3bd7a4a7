package dev.kindling.internal.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.internal.plan.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;

class ResultFormatTest {
    record Day(LocalDate date, List<Long> rows) implements Serializable {}

    record Count(String name, long rows) {}

    private static final ObjectInputFilter FILTER = ResultFilter.of(Code.NONE);

    /** A library's, not the task's. */
    private static final Serializable FOREIGN = new org.apache.spark.SparkConf(false);

    @Test
    void valuesOfJavaAndOfTheTaskComeBack() throws IOException {
        var day = new Day(LocalDate.of(2026, 8, 1), List.of(1L, 2L));
        var format = new ResultFormat.Java<Map<String, Day[]>>();
        assertThat(format.read(format.write(Map.of("a", new Day[] {day})), FILTER))
                .containsOnlyKeys("a")
                .hasEntrySatisfying("a", days -> assertThat(days).containsExactly(day));
    }

    @Test
    void aClassThatWasNotShippedIsNotRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(List.of(FOREIGN));
        }
        assertThatThrownBy(() -> new ResultFormat.Java<>().read(bytes.toByteArray(), FILTER))
                .isInstanceOf(java.io.InvalidClassException.class)
                .hasMessageContaining("REJECTED");
    }

    @Test
    void whatCannotBeSerializedIsToldWithTheLineToWrite() {
        assertThatThrownBy(() -> new ResultFormat.Java<>().write(new Object()))
                .hasMessageContaining("java.lang.Object")
                .hasMessageContaining(".json(..)");
    }

    @Test
    void jsonAndRowsComeBack() throws IOException {
        var json = new ResultFormat.Json<>(Count.class);
        assertThat(json.read(json.write(new Count("n", 3)), FILTER)).isEqualTo(new Count("n", 3));
        var row = new ResultFormat.Encoded<>(Encoders.tuple(Encoders.STRING(), Encoders.LONG()));
        assertThat(row.read(row.write(new scala.Tuple2<>("a", 7L)), FILTER)).isEqualTo(new scala.Tuple2<>("a", 7L));
        assertThatThrownBy(() -> row.read(new byte[] {1}, FILTER)).hasMessageContaining("is no row of 2 fields");
    }
}
