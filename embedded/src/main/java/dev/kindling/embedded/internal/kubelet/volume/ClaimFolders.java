package dev.kindling.embedded.internal.kubelet.volume;

import dev.kindling.embedded.internal.kubelet.process.FileTrees;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One folder for each persistent volume claim, kept until the claim is deleted. */
public final class ClaimFolders {

    private final Path parent;

    public ClaimFolders(Path parent) {
        this.parent = parent;
    }

    Path folder(PersistentVolumeClaim claim) throws IOException {
        return Files.createDirectories(parent.resolve(claim.getMetadata().getUid()));
    }

    /** The claim with this uid is gone, and its data with it. */
    public void delete(String uid) throws IOException {
        FileTrees.delete(parent.resolve(uid));
    }
}
