package dev.kindling.shell.console.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;

/** The columns of the Datasets in the console's variables, where a column's name may be typed. */
final class Columns {
    private static final Pattern NAME_BEGUN = Pattern.compile(
            "(?:\\b(?<variable>\\w+)\\s*\\.\\s*)?\\b(?:col|column|select|groupBy|orderBy|sort|drop|withColumn|"
                    + "withColumnRenamed|dropDuplicates|partitionBy)\\((?:\"[^\"]*\",\\s*)*\"(?<begun>\\w*)$");

    private final Supplier<Map<String, Dataset<?>>> datasets;

    Columns(Supplier<Map<String, Dataset<?>>> datasets) {
        this.datasets = datasets;
    }

    /** The columns that may follow, if the text ends where one is named. */
    Optional<List<String>> at(String text) {
        var match = NAME_BEGUN.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        var all = datasets.get();
        var own = Optional.ofNullable(match.group("variable")).map(all::get);
        return Optional.of(own.map(each -> Stream.<Dataset<?>>of(each))
                .orElseGet(() -> all.values().stream())
                .flatMap(each -> Arrays.stream(each.columns()))
                .filter(column -> column.startsWith(match.group("begun")))
                .distinct()
                .sorted()
                .toList());
    }
}
