package dev.kindling.benchmarks.console;

import dev.kindling.Spark;
import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.shell.console.Console;
import dev.kindling.shell.console.Given;
import dev.kindling.shell.console.engine.Engine;
import dev.kindling.shell.console.prompt.SnippetCompleter;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.shell.console.session.ConsoleSession;
import dev.kindling.target.Local;
import dev.kindling.target.RunTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** In a JVM of its own: a console with a Dataset in a variable, and fifty inputs completed twice. */
final class CompletionWork {
    private static final List<String> INPUTS = List.of(
            "sp",
            "spark.",
            "spark.re",
            "spark.read().",
            "spark.read().opt",
            "spark.sql(",
            "spark.range(",
            "sc.",
            "sc.par",
            "session.",
            "cluster.",
            "ds.",
            "ds.se",
            "ds.select(",
            "ds.groupBy(",
            "ds.filter(",
            "ds.map(",
            "ds.write().",
            "ds.groupBy(\"city\").",
            "ds.groupBy(\"city\").agg(",
            "ds.select(\"",
            "ds.select(\"ci",
            "ds.groupBy(\"",
            "col(\"",
            "ds.filter(\"people > 3 and ",
            "ds.agg(sum(\"",
            "ds.orderBy(col(\"pe",
            "spark.read().csv(\"/",
            "spark.read().parquet(\"./",
            "Path.of(\"/usr/",
            "spark.read().csv(\"file:///usr/",
            "new Ha",
            "new HashMap<String, ",
            "List.of(1, 2).",
            "List.of(1, 2).stream().",
            "List.of(\"a\").stream().map(each -> each.",
            "Str",
            "String.",
            "System.out.",
            "Math.",
            "Math.max(",
            "import java.",
            "import org.apache.spark.",
            "DataTypes.",
            "Encoders.",
            "functions.",
            "Spark.session(\"x\").",
            "ExecutorPlan.of(4).",
            "show(",
            "int twice(int x) { return ");

    private CompletionWork() {}

    /** Reports the milliseconds of each input, first all of the first pass. */
    public static void main(String[] args) {
        var messages = new ConsoleSession.Messages(text -> {}, System.err::println);
        var setup = new Console.Setup(
                new Here(),
                Spark.session("completion"),
                new Given(Map.of(), List.of()),
                Engine::plain,
                messages,
                Optional::empty);
        try (var console = Console.open(setup)) {
            console.engine()
                    .eval("var ds = spark.sql(\"VALUES ('Rome', 4) AS t(city, people)\");")
                    .forEach(event -> require(event.exception() == null));
            var completer = new SnippetCompleter(() -> console);
            pass(completer);
            pass(completer);
        }
        System.exit(0); // Spark leaves threads behind that are no daemons
    }

    private static void pass(SnippetCompleter completer) {
        int found = 0;
        for (var input : INPUTS) {
            long called = System.nanoTime();
            found += completer.suggestions(input).isEmpty() ? 0 : 1;
            ChildJvm.report((System.nanoTime() - called) / 1e6);
        }
        require(found > INPUTS.size() * 0.8);
    }

    private static void require(boolean good) {
        if (!good) {
            throw new IllegalStateException("The console did not do what is measured");
        }
    }

    private record Here() implements ConsolePlace {
        @Override
        public RunTarget open(Consumer<String> progress) {
            return Local.threads(2);
        }

        @Override
        public void close() {}
    }
}
