package dev.kindling.shell.applications;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether and how long to wait for the end. */
final class WaitOptions {
    /** Longer than anybody looks: what is still waited for then is forgotten. */
    static final Duration LONGEST = Duration.ofDays(7);

    @Option(
            names = {"-w", "--wait"},
            description = "Wait for the end and exit as it did.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Wait so long at most, such as 90s, 30m or 1h30m. Default: 7 days")
    private Optional<Duration> timeout = Optional.empty();

    boolean isAskedFor() {
        return wait || timeout.isPresent();
    }

    Duration limit() {
        return timeout.orElse(LONGEST);
    }
}
