package dev.kindling.shell;

import dev.kindling.shell.command.Messages;

/**
 * What the job itself threw, told apart from the same exception of the command line's own, which is bad input.
 */
final class JobFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobFailedException(RuntimeException thrown) {
        super("the job failed: " + Messages.of(thrown), thrown);
    }
}
