package dev.kindling.shell.console;

import dev.kindling.Spark;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.run.RunningSession;
import dev.kindling.shell.console.engine.Failure;
import dev.kindling.shell.console.engine.FailureReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        diagnosis(console).ifPresent(diagnosis -> System.out.println("\n" + diagnosis));
    }

    /** What the session finds, which has asked its pods, or else what the exception alone lets know. */
    private static Optional<Diagnosis> diagnosis(Console console) {
        var ofSession = console.session().current().map(RunningSession::diagnose);
        var ofException = console.engine().lastFailure().map(Failure::original).map(Spark::diagnose);
        return Stream.of(ofSession, ofException)
                .flatMap(Optional::stream)
                .filter(diagnosis -> !diagnosis.isHealthy())
                .findFirst();
    }
}
