package dev.kindling.shell;

import dev.kindling.shell.command.HelpOption;
import dev.kindling.shell.terminal.Terminal;
import java.net.URISyntaxException;
import java.nio.file.Path;
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

    private RunSampleCommand(Sample sample, Terminal terminal) {
        this.sample = sample;
        this.terminal = terminal;
    }

    static CommandLine of(Sample sample, Terminal terminal) {
        var command = new CommandLine(new RunSampleCommand(sample, terminal));
        command.getCommandSpec().usageMessage().description(sample.summary());
        return command;
    }

    @Override
    public void run() {
        try (var context = new SampleContext(options.request(), ownJar(), terminal)) {
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
