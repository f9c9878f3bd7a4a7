package dev.kindling.shell;

import dev.kindling.shell.command.HelpOption;
import dev.kindling.shell.terminal.Terminal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling sample NAME}. */
@Command(sortOptions = false)
final class RunSampleCommand implements Runnable {
    private final Sample sample;
    private final Terminal terminal;

    @Mixin
    private final HelpOption help = new HelpOption();

    @Mixin
    private SampleOptions options = new SampleOptions();

    private final StoreOptions store = new StoreOptions();

    private RunSampleCommand(Sample sample, Terminal terminal) {
        this.sample = sample;
        this.terminal = terminal;
    }

    static CommandLine of(Sample sample, Terminal terminal) {
        var run = new RunSampleCommand(sample, terminal);
        var command = new CommandLine(run);
        if (sample.usesStore()) {
            command.addMixin("store", run.store);
        }
        command.getCommandSpec().usageMessage().description(sample.summary());
        return command;
    }

    @Override
    public void run() {
        var request = options.request();
        var wanted = Optional.of(sample)
                .filter(Sample::usesStore)
                .map(any -> store.wanted(request.place(), System.getenv()));
        try (var context = new SampleContext(request, wanted, ownJar(), terminal)) {
            run(context);
        }
    }

    /** The options were checked before: what is not a valid argument from here on is the sample's doing. */
    private void run(SampleContext context) {
        try {
            sample.run(context);
        } catch (IllegalArgumentException e) {
            throw new JobFailedException(e);
        }
    }

    /** The jar with the sample's classes, which executors need too. */
    private Path ownJar() {
        try {
            var source = sample.getClass().getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(
                    "the jar of sample " + sample.name() + " has a location that is no path", e);
        }
    }
}
