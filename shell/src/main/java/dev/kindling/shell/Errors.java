package dev.kindling.shell;

import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.Messages;
import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns exceptions into a message and an exit code; stack traces are for those who ask. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final PrintStream err;
    private final BooleanSupplier trace;
    private final BooleanSupplier interrupted;

    Errors(PrintStream err, BooleanSupplier trace, BooleanSupplier interrupted) {
        this.err = err;
        this.trace = trace;
        this.interrupted = interrupted;
    }

    @Override
    public int handleParseException(ParameterException thrown, String[] arguments) {
        err.println("kindling: " + thrown.getMessage());
        var command = thrown.getCommandLine();
        if (!UnmatchedArgumentException.printSuggestions(thrown, err)) {
            err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        if (interrupted.getAsBoolean()) {
            return ExitCode.INTERRUPTED;
        }
        err.println("kindling: " + Messages.of(thrown));
        if (ExitCode.of(thrown) == ExitCode.FAILED) {
            err.println("Spark's log: " + System.getProperty(LogFile.PROPERTY));
        }
        if (trace.getAsBoolean()) {
            thrown.printStackTrace(err);
        }
        return ExitCode.of(thrown);
    }
}
