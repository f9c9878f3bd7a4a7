package dev.kindling.shell.applications;

import dev.kindling.Spark;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindling doctor}. */
@Command(
        name = "doctor",
        sortOptions = false,
        description = {
            "Say why an application or a session is stuck or has failed.",
            "Exit code 1 if a problem is found, 0 if none is, 2 if the cluster cannot be reached or a file cannot be used."
        })
final class DoctorCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "The application or session. Default: all of the namespace.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--json", description = "For programs; the schema is diagnosis.schema.json of kindling-dsl.")
    private boolean json;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Keep the evidence, secrets hidden, to be looked at elsewhere.")
    private Optional<Path> save = Optional.empty();

    @Option(names = "--from", paramLabel = "FILE", description = "Look at kept evidence instead of a cluster.")
    private Optional<Path> from = Optional.empty();

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    DoctorCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var diagnosis = from.map(DoctorCommand::again).orElseGet(this::look);
        print(diagnosis);
        save.ifPresent(file -> keep(diagnosis, file)); // The last: what was found is not lost where it cannot be kept.
        return diagnosis.isHealthy() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(Diagnosis diagnosis) {
        workbench.terminal().out().println(json ? diagnosis.toJson() : diagnosis);
    }

    private static Diagnosis again(Path file) {
        try {
            return Spark.diagnose(file);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read: " + inWords(e) + ". Write --from with a file that --save has written");
        }
    }

    private static void keep(Diagnosis diagnosis, Path file) {
        try {
            diagnosis.save(file);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException("the evidence cannot be kept in " + file + ": " + inWords(e)
                    + ". Write --save with a file in a folder that is there, and yours to write in");
        }
    }

    /** Java's own message is often no more than the path. */
    private static String inWords(UncheckedIOException e) {
        if (e.getCause() instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e.getCause() instanceof AccessDeniedException) {
            return "this user may not";
        }
        return e.getCause() instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getReason()
                : String.valueOf(e.getCause().getMessage());
    }

    /** For programs the cluster that does not answer is a finding, too; people read it on standard error. */
    private Diagnosis look() {
        try {
            return found();
        } catch (ClusterAccessException e) {
            if (json) {
                print(Spark.diagnose(e));
            }
            throw e;
        }
    }

    private Diagnosis found() {
        var cluster = workbench.clusters().apply(options.target());
        return name.map(wanted -> cluster.diagnose(wanted)
                        .orElseThrow(() -> new IllegalArgumentException(
                                options.unknown("application or session", wanted, cluster))))
                .orElseGet(cluster::diagnose);
    }
}
