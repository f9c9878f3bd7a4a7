package dev.kindling.shell.command;

import dev.kindling.diagnosis.ApplicationFailedException;
import dev.kindling.diagnosis.KindlingException;
import dev.kindling.diagnosis.StartFailedException;

/** What the process ends with; {@code kindling help} documents them. */
public final class ExitCode {
    public static final int OK = 0;
    /** The job or the application failed. */
    public static final int FAILED = 1;

    public static final int BAD_INPUT = 2;
    /** The application was deleted or cancelled before its end. */
    public static final int GONE = 3;
    /** The application has not ended in the time given. */
    public static final int TIMED_OUT = 4;
    /** What shells say of a process that Ctrl-C ended. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** 2 for what the user can put right on the command line, in a file or in the kubeconfig; 1 for a job that failed. */
    public static int of(Throwable thrown) {
        var failed = thrown instanceof StartFailedException || thrown instanceof ApplicationFailedException;
        var badInput = thrown instanceof IllegalArgumentException || thrown instanceof KindlingException;
        return badInput && !failed ? BAD_INPUT : FAILED;
    }
}
