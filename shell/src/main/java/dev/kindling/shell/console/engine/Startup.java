package dev.kindling.shell.console.engine;

import java.util.List;
import java.util.stream.Stream;

/** What every console begins with: imports and the variables that are bound. */
public final class Startup {
    private static final List<String> JSHELLS = List.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.prefs.*",
            "java.util.regex.*",
            "java.util.stream.*");

    private static final List<String> SPARKS = List.of(
            "org.apache.spark.api.java.*",
            "org.apache.spark.api.java.function.*",
            "org.apache.spark.sql.*",
            "org.apache.spark.sql.api.java.*",
            "org.apache.spark.sql.types.*",
            "static org.apache.spark.sql.functions.*");

    private static final List<String> KINDLINGS = List.of(
            "dev.kindling.*",
            "dev.kindling.diagnosis.*",
            "dev.kindling.embedded.*",
            "dev.kindling.image.*",
            "dev.kindling.run.*",
            "dev.kindling.storage.*",
            "dev.kindling.target.*",
            "dev.kindling.value.*",
            "static dev.kindling.shell.console.ConsoleVerbs.*",
            "static dev.kindling.shell.console.DataVerbs.*",
            "static dev.kindling.shell.console.HelpVerbs.*",
            "static dev.kindling.shell.console.TypedVerbs.*");

    /** Names that Spark's packages have too: a single import wins over those of whole packages. */
    private static final List<String> JAVAS =
            List.of("java.util.Optional", "java.util.function.DoubleFunction", "java.util.function.Function");

    /** Declared without values: those are found when they are read. */
    private static final List<String> VARIABLES = List.of(
            "org.apache.spark.sql.SparkSession spark",
            "org.apache.spark.api.java.JavaSparkContext sc",
            "dev.kindling.run.RunningSession session",
            "dev.kindling.target.KubernetesCluster cluster");

    private Startup() {}

    /** Packages, classes and static members, as they are written after {@code import}. */
    public static List<String> imports() {
        return Stream.of(JSHELLS, SPARKS, KINDLINGS, JAVAS)
                .flatMap(List::stream)
                .toList();
    }

    /** Those that jshell itself has on the executors' Java, likewise. */
    public static List<String> jshellImports() {
        return JSHELLS;
    }

    static List<String> importSnippets() {
        return imports().stream().map(each -> "import " + each + ";").toList();
    }

    /** Those that the console gives their values. Run again they would be plain variables, and null. */
    public static List<String> variableSnippets() {
        return VARIABLES.stream().map(each -> each + ";").toList();
    }
}
