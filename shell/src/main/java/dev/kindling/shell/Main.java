package dev.kindling.shell;

import dev.kindling.shell.applications.Cluster;
import dev.kindling.shell.applications.Workbench;
import dev.kindling.shell.terminal.Interruption;
import dev.kindling.shell.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The {@code kindling} command.
 *
 * <pre>{@code
 * int status = Main.run(System.out, System.err, "sample", "class-census", "--on", "local");
 * }</pre>
 */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the JVM, as Spark leaves threads behind that are no daemons. */
    public static void main(String[] args) {
        LogFile.use(LogFile.of(System::getenv, Path.of(System.getProperty("user.home"))));
        System.exit(run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), args));
    }

    /** Runs the command line in this JVM; gives the exit code, such as 0, 1 (the job failed) or 2 (bad input). */
    public static int run(PrintStream out, PrintStream err, String... args) {
        var terminal = Terminal.described(out, err);
        try (var interruption = Interruption.watch(err)) {
            var workbench = new Workbench(terminal, System.in, interruption, Cluster::of);
            var command = KindlingCommand.with(workbench, Samples.all());
            return command.execute(ConsoleCommand.route(command, args));
        }
    }

    /** The bars of a chart are not in the charset of a machine without a locale, and every terminal of today reads UTF-8. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
