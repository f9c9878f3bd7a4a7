package dev.kindling.embedded.internal.kubelet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders of one pod, all under one that is removed with the pod. */
record PodFolders(Path root) {

    static PodFolders create(Path root) throws IOException {
        var folders = new PodFolders(root);
        for (Path folder : new Path[] {folders.temporary(), folders.home(), folders.work(), folders.logs()}) {
            Files.createDirectories(folder);
        }
        return folders;
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    /** Not the user's: what is in there (credentials, above all) is not the pod's. */
    Path home() {
        return root.resolve("home");
    }

    Path work() {
        return root.resolve("work");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path volumes() {
        return root.resolve("volumes");
    }

    Path account() {
        return root.resolve("account");
    }

    Path mounts(String container) {
        return root.resolve("mounts").resolve(container);
    }
}
