package dev.kindling.shell.console;

import dev.kindling.run.RunningSession;
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

    /**
     * Prints everything that is known of the last exception: its causes, also on executors, where in which snippet, and what
     * the session finds wrong with itself.
     */
    public static void why() {
        var console = Console.current();
        console.engine()
                .lastFailure()
                .map(failure -> FailureReport.lines(failure, console.engine().jshell()))
                .orElse(List.of("nothing has failed so far"))
                .forEach(System.out::println);
        console.session()
                .current()
                .map(RunningSession::diagnose)
                .filter(diagnosis -> !diagnosis.isHealthy())
                .ifPresent(diagnosis -> System.out.println("\n" + diagnosis));
    }
}
