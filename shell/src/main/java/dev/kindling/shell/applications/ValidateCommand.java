package dev.kindling.shell.applications;

import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.run.SparkManifest;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindling validate FILE...}. */
@Command(
        name = "validate",
        sortOptions = false,
        description = {
            "Check files without a cluster: a line for each thing that is wrong, with its place and what to write.",
            "Exit code 2 if there is an error. Knows SparkApplication, ScheduledSparkApplication, SparkConnect (Kubeflow)"
                    + " and SparkApplication, SparkCluster (Apache)."
        })
final class ValidateCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML or JSON; - reads standard input.")
    private List<String> files = List.of();

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    ValidateCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var checked = files.stream().map(this::check).toList();
        if (output.isTable()) {
            checked.forEach(file -> file.print(workbench.terminal()));
        } else {
            workbench
                    .terminal()
                    .out()
                    .println(output.document(
                            checked.stream().map(CheckedFile::facts).toList()));
        }
        return checked.stream().allMatch(file -> file.isGood(strict)) ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    private CheckedFile check(String file) {
        var isInput = SourceFile.isStandardInput(file);
        return new CheckedFile(isInput ? "standard input" : file, problems(file, isInput));
    }

    private List<ManifestProblem> problems(String file, boolean isInput) {
        try {
            var manifest =
                    isInput ? SparkManifest.parse(SourceFile.text(workbench.in())) : SparkManifest.read(Path.of(file));
            return manifest.problems();
        } catch (InvalidManifestException e) {
            return e.problems();
        }
    }
}
