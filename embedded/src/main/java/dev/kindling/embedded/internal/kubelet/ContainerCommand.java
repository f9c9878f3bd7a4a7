package dev.kindling.embedded.internal.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.stream.Stream;

/**
 * Program and arguments of a container. The entrypoint of every image is that of Spark's: it knows {@code driver} and
 * {@code executor}, and runs anything else as it is.
 */
final class ContainerCommand {

    private ContainerCommand() {}

    /** Empty if the pod names no program: the image has none of its own. */
    static List<String> words(Container container) {
        var command = container.getCommand();
        boolean entrypoint = !command.isEmpty() && command.get(0).endsWith("/entrypoint.sh");
        return Stream.concat(command.stream().skip(entrypoint ? 1 : 0), container.getArgs().stream())
                .toList();
    }
}
