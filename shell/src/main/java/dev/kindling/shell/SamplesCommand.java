package dev.kindling.shell;

import dev.kindling.shell.command.HelpOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kindling samples}. */
@Command(name = "samples", description = "List the samples.")
final class SamplesCommand implements Runnable {
    private final List<Sample> samples;

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    SamplesCommand(List<Sample> samples) {
        this.samples = samples;
    }

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        samples.forEach(sample -> out.printf("%-16s %s%n", sample.name(), sample.summary()));
    }
}
