package dev.kindling.shell;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.MissingJvmOptionsException;

/** What the process ends with; {@code kindling help} documents them. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;

    private ExitCode() {}

    /** 2 for what the user can put right on the command line or in the kubeconfig, 1 for a job that failed. */
    static int of(Throwable thrown) {
        var badInput = thrown instanceof IllegalArgumentException
                || thrown instanceof InvalidSpecException
                || thrown instanceof ClusterAccessException
                || thrown instanceof MissingJvmOptionsException;
        return badInput ? BAD_INPUT : FAILED;
    }
}
