package dev.kindling.embedded.internal.kubelet;

import dev.kindling.embedded.internal.kubelet.process.FileTrees;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a pod whose object is gone: logs are kept if so wanted, the rest is removed. */
record PodRemains(Pod pod, PodFolders folders, Optional<Path> keptLogs) {

    void remove() {
        try {
            if (keptLogs.isPresent()) {
                keepLogs(keptLogs.get());
            }
            FileTrees.delete(folders.root());
        } catch (IOException e) {
            throw new UncheckedIOException("removing the files of pod " + name(), e);
        }
    }

    private void keepLogs(Path kept) throws IOException {
        if (!Files.isDirectory(folders.logs())) {
            return;
        }
        Path own = Files.createDirectories(kept.resolve(name()));
        try (Stream<Path> logs = Files.list(folders.logs())) {
            for (Path log : logs.toList()) {
                Files.copy(log, own.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private String name() {
        return pod.getMetadata().getNamespace() + "_" + pod.getMetadata().getName();
    }
}
