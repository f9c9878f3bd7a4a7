package dev.kindling.shell.applications;

import dev.kindling.Spark;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
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
            "Exit code 1 if a problem is found, 0 if none is, 2 if the cluster cannot be reached."
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
        var diagnosis = from.map(Spark::diagnose).orElseGet(this::look);
        save.ifPresent(diagnosis::save);
        workbench.terminal().out().println(json ? diagnosis.toJson() : diagnosis);
        return diagnosis.isHealthy() ? ExitCode.OK : ExitCode.FAILED;
    }

    private Diagnosis look() {
        var cluster = workbench.clusters().apply(options.target());
        return name.map(wanted -> cluster.diagnose(wanted)
                        .orElseThrow(() -> new IllegalArgumentException(
                                options.unknown("application or session", wanted, cluster))))
                .orElseGet(cluster::diagnose);
    }
}
