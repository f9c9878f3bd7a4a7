package dev.kindling.shell.console.table;

import dev.kindling.shell.terminal.TextWidth;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;

/** A schema in one line, such as {@code [name: string, age: int]}. */
public final class SchemaLine {
    private SchemaLine() {}

    /** As many columns as fit; those left out are counted. */
    public static String of(StructType schema, int width) {
        for (int shown = schema.size(); shown > 0; shown--) {
            var line = line(schema, shown);
            if (TextWidth.of(line) <= width) {
                return line;
            }
        }
        return schema.isEmpty() ? "[]" : "[" + schema.size() + " columns]";
    }

    private static String line(StructType schema, int shown) {
        var rest = schema.size() - shown;
        return Arrays.stream(schema.fields())
                .limit(shown)
                .map(field -> field.name() + ": " + field.dataType().simpleString())
                .collect(Collectors.joining(", ", "[", rest == 0 ? "]" : ", … " + rest + " more]"));
    }
}
