package dev.kindling.embedded.internal.kubelet.log;

import dev.kindling.embedded.internal.api.PodLogs;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the logs of all pods that the store still knows. Thread-safe. */
public final class PodLogFiles implements PodLogs {

    private record Key(String namespace, String pod, String container) {}

    private final Map<Key, ContainerLogFile> logs = new ConcurrentHashMap<>();

    @Override
    public Optional<ContainerLog> find(String namespace, String pod, String container) {
        return Optional.ofNullable(logs.get(new Key(namespace, pod, container)));
    }

    /** The log of a container that starts, in {@code file}; the same again for a restart. */
    public ContainerLogFile open(String namespace, String pod, String container, Path file) {
        return logs.compute(
                new Key(namespace, pod, container),
                (key, known) -> known != null && known.file().equals(file) ? known : new ContainerLogFile(file));
    }

    /** The pod's object is gone: its logs under {@code folder} can no longer be asked for. */
    public void forget(String namespace, String pod, Path folder) {
        logs.entrySet()
                .removeIf(entry -> entry.getKey().namespace().equals(namespace)
                        && entry.getKey().pod().equals(pod)
                        && entry.getValue().file().startsWith(folder));
    }
}
