package dev.kindling.shell.applications;

import dev.kindling.run.ApplicationFilter;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindling list}. */
@Command(name = "list", sortOptions = false, description = "List the applications of a namespace.")
final class ListCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "PREFIX", arity = "0..1", description = "Only those whose name begins so.")
    private Optional<String> prefix = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            split = ",",
            description = "Only those in one of these states, in the operator's words: RUNNING,FAILED.")
    private List<String> states = List.of();

    @Option(
            names = {"-l", "--label"},
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Only those that have these labels.")
    private Map<String, String> labels = new LinkedHashMap<>();

    @Option(
            names = "--operator",
            paramLabel = "OPERATOR",
            description = "Only those of ${COMPLETION-CANDIDATES}. Default: all that the cluster has")
    private Optional<OperatorName> operator = Optional.empty();

    @Option(
            names = {"-w", "--watch"},
            description = "A live table on a terminal, elsewhere a line for each change, until Ctrl-C.")
    private boolean watch;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    ListCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var cluster = workbench.clusters().apply(options.target(operator));
        if (watch) {
            ListWatch.of(workbench, output).run(cluster, filter());
        } else {
            print(cluster);
        }
        return ExitCode.OK;
    }

    private void print(Cluster cluster) {
        var found = cluster.list(filter());
        if (!output.isTable()) {
            workbench
                    .terminal()
                    .out()
                    .println(output.document(found.stream().map(Facts::of).toList()));
        } else if (found.isEmpty()) {
            workbench
                    .terminal()
                    .err()
                    .println("no applications found; for another namespace: kindling list -n NAMESPACE");
        } else {
            workbench.terminal().print(ApplicationTable.of(found));
        }
    }

    private ApplicationFilter filter() {
        var filter = prefix.map(ApplicationFilter.all()::namePrefix).orElse(ApplicationFilter.all());
        filter = states.isEmpty() ? filter : filter.state(states.toArray(String[]::new));
        for (var label : labels.entrySet()) {
            filter = filter.label(label.getKey(), label.getValue());
        }
        return filter;
    }
}
