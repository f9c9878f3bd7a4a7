package dev.kindling.shell.console.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Which columns of a Dataset a chart is made of: the first that can be what it needs. */
record ChartColumns(List<Field> fields) {
    /**
     * A column.
     *
     * @param index its place, by which it is found: names may be there twice
     */
    record Field(int index, StructField of) {
        String name() {
            return of.name();
        }

        boolean isNumber() {
            return of.dataType() instanceof NumericType;
        }

        boolean isTime() {
            var type = of.dataType();
            return type instanceof TimestampType || type instanceof TimestampNTZType || type instanceof DateType;
        }

        boolean isLabel() {
            return !isNumber() && !isTime();
        }
    }

    static ChartColumns of(StructType schema) {
        return new ChartColumns(IntStream.range(0, schema.size())
                .mapToObj(i -> new Field(i, schema.fields()[i]))
                .toList());
    }

    /** The kind that shows these columns best. */
    ChartKind kind() {
        if (fields.isEmpty()) {
            throw unfit("a chart", "at least one column", "chart(ds.select(\"label\", \"number\"))");
        }
        if (fields.get(0).isLabel()) {
            return ChartKind.BAR;
        }
        if (y().isPresent()) {
            return ChartKind.LINE;
        }
        return first(Field::isLabel).isPresent() ? ChartKind.BAR : ChartKind.HISTOGRAM;
    }

    /** What a bar stands for. */
    Field label() {
        return first(Field::isLabel)
                .or(() -> fields.stream().findFirst())
                .orElseThrow(() -> unfit("a bar chart", "a label", "chart(ds.select(\"label\", \"number\")).bar()"));
    }

    /** How long a bar is; without a number, rows are counted. */
    Optional<Field> size() {
        var label = label();
        return first(each -> each.isNumber() && each.index() != label.index());
    }

    /** What a line goes along. */
    Field x() {
        return first(each -> !each.isLabel()).filter(x -> y().isPresent()).orElseThrow(this::noLine);
    }

    /** What a line tells: the first number after {@link #x}. */
    Optional<Field> y() {
        return first(each -> !each.isLabel()).flatMap(x -> first(each -> each.isNumber() && each.index() > x.index()));
    }

    /** Whose values are counted. */
    Field values() {
        return first(Field::isNumber)
                .or(() -> first(Field::isTime))
                .orElseThrow(() -> unfit("a histogram", "a number or a time", "chart(ds.select(\"number\"))"));
    }

    private IllegalArgumentException noLine() {
        return unfit(
                "a line", "a number or a time, and then a number", "chart(ds.select(\"time\", \"number\")).line()");
    }

    private Optional<Field> first(Predicate<Field> wanted) {
        return fields.stream().filter(wanted).findFirst();
    }

    private IllegalArgumentException unfit(String what, String needs, String line) {
        var seen = Arrays.toString(fields.stream()
                .map(each -> each.name() + ": " + each.of().dataType().simpleString())
                .toArray());
        return new IllegalArgumentException(what + " needs " + needs + "; the columns are " + seen + ". Write " + line);
    }
}
