package dev.kindling.embedded.internal.kubelet;

import dev.kindling.internal.files.UserFolders;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a kubelet is told. Withers give changed copies.
 *
 * @param stateFolder owned by the kubelet: made with mode 0700, removed on close and when this JVM dies
 * @param apiServer where pods find the API server
 * @param token what pods authenticate with
 * @param caCertificate PEM text, by which pods know the server
 * @param nodeName the node's name in pods and events
 * @param images patterns of known image names, see {@code ImageCatalog}
 * @param imagePaths files and folders of the image: path inside containers to path on this machine
 * @param singleAddress true: all pods at 127.0.0.1 with ports of their own choice, and without mount namespaces
 * @param trueMounts false: never use mount namespaces, even where the kernel allows them
 * @param archiveFolder where shared class archives are kept between runs; empty: pods start without
 * @param keptLogs gets the logs of pods that are gone; empty: they go with the pod
 * @param progress told what takes long
 */
public record KubeletConfig(
        Path stateFolder,
        URI apiServer,
        String token,
        String caCertificate,
        String nodeName,
        List<String> images,
        Map<String, Path> imagePaths,
        boolean singleAddress,
        boolean trueMounts,
        Optional<Path> archiveFolder,
        Optional<Path> keptLogs,
        Consumer<String> progress) {

    public KubeletConfig {
        images = List.copyOf(images);
        imagePaths = Map.copyOf(imagePaths);
    }

    /** Spark images of Kindling's and of this machine, an address a pod, true mounts, archives in the user's cache. */
    public static KubeletConfig of(Path stateFolder, URI apiServer, String token, String caCertificate) {
        return new KubeletConfig(
                stateFolder,
                apiServer,
                token,
                caCertificate,
                "kindling",
                List.of("kindling/spark:*", "localhost/spark:*"),
                Map.of(),
                false,
                true,
                Optional.of(UserFolders.cache()),
                Optional.empty(),
                message -> {});
    }

    public KubeletConfig images(List<String> patterns) {
        return new KubeletConfig(
                stateFolder,
                apiServer,
                token,
                caCertificate,
                nodeName,
                patterns,
                imagePaths,
                singleAddress,
                trueMounts,
                archiveFolder,
                keptLogs,
                progress);
    }

    public KubeletConfig imagePaths(Map<String, Path> paths) {
        return new KubeletConfig(
                stateFolder,
                apiServer,
                token,
                caCertificate,
                nodeName,
                images,
                paths,
                singleAddress,
                trueMounts,
                archiveFolder,
                keptLogs,
                progress);
    }

    public KubeletConfig singleAddress(boolean single) {
        return new KubeletConfig(
                stateFolder,
                apiServer,
                token,
                caCertificate,
                nodeName,
                images,
                imagePaths,
                single,
                trueMounts,
                archiveFolder,
                keptLogs,
                progress);
    }

    public KubeletConfig trueMounts(boolean wanted) {
        return new KubeletConfig(
                stateFolder,
                apiServer,
                token,
                caCertificate,
                nodeName,
                images,
                imagePaths,
                singleAddress,
                wanted,
                archiveFolder,
                keptLogs,
                progress);
    }

    public KubeletConfig archiveFolder(Optional<Path> folder) {
        return new KubeletConfig(
                stateFolder,
                apiServer,
                token,
                caCertificate,
                nodeName,
                images,
                imagePaths,
                singleAddress,
                trueMounts,
                folder,
                keptLogs,
                progress);
    }

    public KubeletConfig keptLogs(Path folder) {
        return new KubeletConfig(
                stateFolder,
                apiServer,
                token,
                caCertificate,
                nodeName,
                images,
                imagePaths,
                singleAddress,
                trueMounts,
                archiveFolder,
                Optional.of(folder),
                progress);
    }

    public KubeletConfig progress(Consumer<String> listener) {
        return new KubeletConfig(
                stateFolder,
                apiServer,
                token,
                caCertificate,
                nodeName,
                images,
                imagePaths,
                singleAddress,
                trueMounts,
                archiveFolder,
                keptLogs,
                listener);
    }

    /** The token gives every right on this kubelet's processes. */
    @Override
    public String toString() {
        return "KubeletConfig[stateFolder=" + stateFolder + ", apiServer=" + apiServer + ", token=***]";
    }
}
