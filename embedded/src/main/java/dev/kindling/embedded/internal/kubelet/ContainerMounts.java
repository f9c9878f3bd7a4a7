package dev.kindling.embedded.internal.kubelet;

import dev.kindling.embedded.internal.kubelet.volume.MountTable;
import dev.kindling.embedded.internal.kubelet.volume.ServiceAccountFiles;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which volume a container finds at which path. */
final class ContainerMounts {

    private ContainerMounts() {}

    /**
     * @param given paths every container has: the image's and the service account's; its own mounts go before them
     * @param sources the pod's volumes by name
     */
    static MountTable of(
            Container container, Map<String, Path> given, Map<String, Path> sources, Map<String, String> environment)
            throws IOException {
        var mounts = new LinkedHashMap<>(given);
        for (VolumeMount mount : container.getVolumeMounts()) {
            Path source = sources.get(mount.getName());
            if (source == null) {
                throw new IOException("container \"" + container.getName() + "\" mounts volume \"" + mount.getName()
                        + "\", which the pod does not have");
            }
            mounts.put(mount.getMountPath(), part(mount, source, environment));
        }
        return MountTable.of(mounts);
    }

    /** Those that only code which looks for the path would miss: Spark is told where its own are. */
    static List<String> notNamedToSpark(Container container) {
        return container.getVolumeMounts().stream()
                .filter(mount -> !mount.getName().startsWith("spark-local-dir-"))
                .filter(mount -> !mount.getName().startsWith("spark-conf-volume-"))
                .map(VolumeMount::getMountPath)
                .filter(path -> !path.equals(ServiceAccountFiles.MOUNT_PATH))
                .sorted()
                .toList();
    }

    private static Path part(VolumeMount mount, Path source, Map<String, String> environment) throws IOException {
        String part = mount.getSubPathExpr() != null
                ? ContainerEnvironment.expand(mount.getSubPathExpr(), environment)
                : mount.getSubPath();
        if (part == null || part.isEmpty()) {
            return source;
        }
        Path path = source.resolve(part).normalize();
        if (!path.startsWith(source)) {
            throw new IOException("subPath " + part + " leads out of volume \"" + mount.getName() + "\"");
        }
        return Files.exists(path) ? path : Files.createDirectories(path);
    }
}
