package dev.kindling.shell.console;

import dev.kindling.shell.console.engine.FailureReport;
import java.util.List;

/**
 * What can be called in the console without an import, to get on.
 *
 * <pre>{@code
 * help();
 * why();
 * }</pre>
 */
public final class HelpVerbs {
    private HelpVerbs() {}

    /** Prints what can be done. */
    public static void help() {
        Help.lines().forEach(System.out::println);
    }

    /** Prints everything that is known of the last exception: its causes, also on executors, and where in which snippet. */
    public static void why() {
        var engine = Console.current().engine();
        engine.lastFailure()
                .map(failure -> FailureReport.lines(failure, engine.jshell()))
                .orElse(List.of("nothing has failed so far"))
                .forEach(System.out::println);
    }
}
