package dev.kindling.shell;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code kindling sample NAME}: how, where and how large. */
final class SampleOptions {
    @Option(
            names = "--as",
            paramLabel = "MODE",
            defaultValue = "session",
            description = "session: the driver is this JVM; application: it is a pod. Default: ${DEFAULT-VALUE}")
    private String mode = "session";

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--jar",
            paramLabel = "URL",
            description =
                    "For an application on a cluster: where its pods find the samples, as local:///path/in/the/image.jar or https://…")
    private Optional<String> jar = Optional.empty();

    /** The values of all options, checked against each other; every problem in one message. */
    SampleRequest request() {
        return place.request(RunMode.parse(mode), jar);
    }
}
