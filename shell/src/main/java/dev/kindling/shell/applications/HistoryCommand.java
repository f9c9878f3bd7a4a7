package dev.kindling.shell.applications;

import dev.kindling.Spark;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.SparkUi;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import dev.kindling.storage.S3;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindling history NAME}, or of a folder. */
@Command(
        name = "history",
        sortOptions = false,
        description = {
            "Print the address of Spark's history server, which shows what applications have left in their event logs;"
                    + " it can be opened until Ctrl-C.",
            "Keys of an object store are taken from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
        })
final class HistoryCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(
            paramLabel = "NAME|FOLDER",
            description = "An application that is there, or a folder such as s3a://history/ or /mnt/events.")
    private String what = "";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Where this machine reaches the object store, if not where pods do: http://localhost:9000.")
    private Optional<String> endpoint = Optional.empty();

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    HistoryCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        try (var history = open(endpoint.map(S3::minio))) {
            workbench.interruption().announce("closed");
            workbench.terminal().out().println(history.uri());
            workbench.terminal().err().println("open until Ctrl-C");
            workbench.interruption().await(WaitOptions.LONGEST);
        }
        return ExitCode.OK;
    }

    private SparkUi open(Optional<S3> store) {
        if (what.contains("/")) {
            var history = Spark.history(what);
            return store.map(history::s3).orElse(history).open();
        }
        var run = NamedApplication.find(what, options, workbench, LogKeeping.off());
        return store.map(run::history).orElseGet(run::history);
    }
}
