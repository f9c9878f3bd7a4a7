package dev.kindling.shell.console;

import java.util.List;

/** What can be done at the prompt, in few lines. */
public final class Help {
    private Help() {}

    /** The text of {@code help()}. */
    public static List<String> lines() {
        return List.of(
                "Type Java: an expression, a statement, a declaration. The first use of spark or sc starts the session.",
                "",
                "  show(ds)  show(ds, 50)    the first rows, as a table that fits the terminal",
                "  chart(ds)                 bars of (label, number), a line of (time, number), a histogram of (number);",
                "                            .bar() .line() .histogram() .save(\"chart.png\")",
                "  jobs()                    the jobs of the session, the latest last",
                "  executors()               how far the executors are",
                "  logs(\"1\")                 the last lines of an executor's log",
                "  settings()                the effective Spark settings, and where each comes from",
                "  ui()                      the address of Spark's own pages",
                "  why()                     everything known of the last exception",
                "  session(spec)             replaces the session by another",
                "  addJar(path)              a jar for the next snippets, here and on executors",
                "  require(\"g:a:v\")          the same from Maven coordinates",
                "  map(ds, x -> .., encoder) filter flatMap mapPartitions groupByKey mapGroups reduce foreach:",
                "                            those of Dataset, without casts of lambdas",
                "",
                "Tab completes names, columns in \"..\" and files; again, it shows signatures. Ctrl-C stops what runs,",
                "Ctrl-D leaves. /help lists the commands, /set preview off shows Datasets without rows.");
    }
}
