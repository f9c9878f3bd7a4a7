package dev.kindling.embedded.internal.kubelet;

import dev.kindling.embedded.internal.kubelet.process.ContainerProcess;
import dev.kindling.embedded.internal.kubelet.process.ContainerProcess.Launch;
import dev.kindling.embedded.internal.kubelet.process.MountNamespace;
import dev.kindling.embedded.internal.kubelet.process.Reaper;
import dev.kindling.embedded.internal.kubelet.volume.MountTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a container's specification into a process. */
final class ContainerStarter {

    private final Reaper reaper;
    private final Optional<MountNamespace> namespace;

    ContainerStarter(Reaper reaper, Optional<MountNamespace> namespace) {
        this.reaper = reaper;
        this.namespace = namespace;
    }

    /** True if containers see their mounts at the paths where the pod put them. */
    boolean hasTrueMounts() {
        return namespace.isPresent();
    }

    /** @param folder for what the mounts need */
    ContainerProcess start(
            List<String> command, Map<String, String> environment, MountTable mounts, Path folder, Path work)
            throws IOException {
        var whole = namespace
                .map(made -> made.wrap(folder, mounts.paths(), work, command))
                .orElse(command);
        return ContainerProcess.start(new Launch(whole, new HashMap<>(environment), work), reaper);
    }
}
