package dev.kindling.shell;

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

    Errors(PrintStream err, BooleanSupplier trace) {
        this.err = err;
        this.trace = trace;
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
        err.println("kindling: " + Terminal.messageOf(thrown));
        if (trace.getAsBoolean()) {
            thrown.printStackTrace(err);
        }
        return ExitCode.of(thrown);
    }
}
