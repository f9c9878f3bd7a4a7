package dev.kindling.benchmarks;

import dev.kindling.benchmarks.applications.DoctorBenchmark;
import dev.kindling.benchmarks.applications.ManifestBenchmark;
import dev.kindling.benchmarks.applications.SubmitBenchmark;
import dev.kindling.benchmarks.applications.TrackingBenchmark;
import dev.kindling.benchmarks.console.CompletionBenchmark;
import dev.kindling.benchmarks.console.ConsoleStartBenchmark;
import dev.kindling.benchmarks.console.LambdaBenchmark;
import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Load;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.storage.S3CommitBenchmark;
import dev.kindling.benchmarks.storage.S3PlainBenchmark;
import dev.kindling.benchmarks.storage.S3UploadBenchmark;
import dev.kindling.benchmarks.storage.SecondRunBenchmark;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs benchmarks by name; ends with 1 when a goal is missed. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false)
public final class Benchmarks implements Callable<Integer> {

    private static final List<Benchmark> ALL = List.of(
            new SessionStartBenchmark(),
            new PreflightBenchmark(),
            new ManyExecutorsBenchmark(),
            new EmbeddedBenchmark(),
            new SettingsBenchmark(),
            new ManifestBenchmark(),
            new SubmitBenchmark(),
            new TrackingBenchmark(),
            new DoctorBenchmark(),
            new ConsoleStartBenchmark(),
            new CompletionBenchmark(),
            new LambdaBenchmark(),
            new S3CommitBenchmark(),
            new S3PlainBenchmark(),
            new S3UploadBenchmark(),
            new SecondRunBenchmark(),
            new DownloadsBenchmark());

    @Parameters(paramLabel = "NAME", description = "which to run; without any, they are listed")
    private List<String> names = List.of();

    @Option(names = "--rounds", description = "counted rounds, after one to warm up (default: ${DEFAULT-VALUE})")
    private int rounds = 9;

    @Spec
    private CommandSpec command = CommandSpec.create();

    private final PrintStream out = System.out;

    private Benchmarks() {}

    /** Ends the JVM with 0, 1 (a goal was missed, or it failed) or 2 (bad input). */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (names.isEmpty()) {
            ALL.forEach(benchmark -> out.printf("%-16s %s%n", benchmark.name(), benchmark.what()));
            return 0;
        }
        List<Goal> goals = new ArrayList<>();
        for (Benchmark benchmark : chosen()) {
            out.println("== " + benchmark.name() + ": " + benchmark.what());
            out.println("   " + Load.now());
            goals.addAll(benchmark.run(new Rounds(1, rounds), out));
            out.println("   " + Load.now());
        }
        goals.forEach(out::println);
        return goals.stream().allMatch(Goal::isMet) ? 0 : 1;
    }

    private List<Benchmark> chosen() {
        return names.stream().map(this::named).toList();
    }

    private Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        command.commandLine(),
                        "No benchmark " + name + ": write one of "
                                + ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "))));
    }
}
