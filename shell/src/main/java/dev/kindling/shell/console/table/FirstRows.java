package dev.kindling.shell.console.table;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * The first rows of a Dataset, each value as text.
 *
 * @param columns names and kinds, in order
 * @param rows as many values each as there are columns
 * @param more whether the Dataset has further rows
 */
public record FirstRows(List<ColumnHead> columns, List<List<String>> rows, boolean more) {
    /** Longer texts are cut on the executors: no line of a terminal holds more. */
    private static final int LONGEST = 500;

    private static final String NULL = "null";

    /**
     * What stands above the values of a column.
     *
     * @param name as in the schema
     * @param number whether its values are numbers
     */
    public record ColumnHead(String name, boolean number) {
        static ColumnHead of(StructField field) {
            return new ColumnHead(printable(field.name()), field.dataType() instanceof NumericType);
        }
    }

    /** Runs a job that takes one row more than are wanted, and no further ones; values become text in it. */
    public static FirstRows of(Dataset<?> dataset, int wanted) {
        var fields = dataset.schema().fields();
        var taken = texts(dataset, fields).takeAsList(wanted + 1);
        return new FirstRows(
                Arrays.stream(fields).map(ColumnHead::of).toList(),
                taken.stream().limit(wanted).map(FirstRows::cells).toList(),
                taken.size() > wanted);
    }

    /** Columns are renamed first: names may hold dots, or be there twice. */
    private static Dataset<Row> texts(Dataset<?> dataset, StructField[] fields) {
        var names = IntStream.range(0, fields.length).mapToObj(i -> "c" + i).toArray(String[]::new);
        var columns = IntStream.range(0, fields.length)
                .mapToObj(i -> text(functions.col(names[i]), fields[i].dataType()))
                .toArray(Column[]::new);
        return dataset.toDF(names).select(columns);
    }

    private static Column text(Column column, DataType type) {
        var text = type instanceof BinaryType
                ? functions.concat(functions.lit("0x"), functions.hex(column))
                : column.cast("string");
        return functions.substring(text, 1, LONGEST);
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> printable(Objects.toString(row.get(i), NULL)))
                .toList();
    }

    /** Line feeds and tabs as they are written in Java; what else would do things to a terminal, as a box. */
    private static String printable(String text) {
        return text.replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replaceAll("\\p{Cc}", "□");
    }
}
