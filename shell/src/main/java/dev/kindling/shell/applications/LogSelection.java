package dev.kindling.shell.applications;

import dev.kindling.run.LogSource;
import picocli.CommandLine.Option;

/** Whose log. */
final class LogSelection {
    private static final int UNSET = 0;

    @Option(names = "--executor", paramLabel = "N", description = "That executor's instead of the driver's, from 1.")
    private int executor = UNSET;

    @Option(names = "--attempt", paramLabel = "N", description = "Of that attempt only, from 1. Default: of all")
    private int attempt = UNSET;

    @Option(names = "--all", description = "The driver's and all executors', each line with who wrote it.")
    private boolean all;

    boolean wants(LogSource source) {
        var wanted = all
                || (executor == UNSET ? source.isDriver() : source.executor().equals("" + executor));
        return wanted && wantsAttempt(source.attempt());
    }

    boolean wantsAttempt(int number) {
        return attempt == UNSET || attempt == number;
    }

    /** Whether lines of several writers are mixed. */
    boolean isMixed() {
        return all;
    }

    @Override
    public String toString() {
        var of = attempt == UNSET ? "" : " in attempt " + attempt;
        return (all ? "driver and executors" : executor == UNSET ? "the driver" : "executor " + executor) + of;
    }
}
