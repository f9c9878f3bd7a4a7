package dev.kindling.shell.console.prompt;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;

/** The columns of the Datasets in the console's variables, where a column's name may be typed. */
final class Columns {
    /** Whose texts are names, each a text of its own. */
    private static final Pattern NAMES = call(
            "col|column|colRegex|apply|getAs|select|groupBy|rollup|cube|orderBy|sort"
                    + "|sortWithinPartitions|drop|withColumn|withColumnRenamed|dropDuplicates|partitionBy|repartition|describe|join"
                    + "|desc|asc|sum|avg|mean|min|max|count|countDistinct|approx_count_distinct|first|last|collect_list|collect_set");
    /** Whose texts are SQL, in which names occur. */
    private static final Pattern SQL = call("expr|selectExpr|filter|where|agg|having");

    private static final Pattern LAST_WORD = Pattern.compile("(?s)(?<before>.*?)(?<word>\\w*)$");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final Supplier<Map<String, Dataset<?>>> datasets;

    Columns(Supplier<Map<String, Dataset<?>>> datasets) {
        this.datasets = datasets;
    }

    /** What the text may be in whole, if it is one that names a column. */
    Optional<List<String>> at(OpenText text) {
        if (NAMES.matcher(text.before()).find()) {
            return Optional.of(names(text.before(), text.begun()).toList());
        }
        if (SQL.matcher(text.before()).find()) {
            var last = LAST_WORD.matcher(text.begun());
            return last.matches()
                    ? Optional.of(names(text.before(), last.group("word"))
                            .map(name -> last.group("before") + name)
                            .toList())
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private Stream<String> names(String code, String begun) {
        return mentioned(code).stream()
                .flatMap(each -> Arrays.stream(each.columns()))
                .filter(column -> column.startsWith(begun))
                .distinct()
                .sorted();
    }

    /** Those that the code speaks of; if there is none, all. */
    private Collection<Dataset<?>> mentioned(String code) {
        var all = datasets.get();
        var words = WORD.matcher(code).results().map(each -> each.group()).collect(Collectors.toSet());
        var some = all.entrySet().stream()
                .filter(each -> words.contains(each.getKey()))
                .<Dataset<?>>map(Map.Entry::getValue)
                .toList();
        return some.isEmpty() ? all.values() : some;
    }

    /** A call whose arguments before this one, if any, are texts too. */
    private static Pattern call(String names) {
        return Pattern.compile("\\b(?:" + names + ")\\s*\\(\\s*(?:\"[^\"]*\"\\s*,\\s*)*$");
    }
}
