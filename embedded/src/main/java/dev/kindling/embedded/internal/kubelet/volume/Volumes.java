package dev.kindling.embedded.internal.kubelet.volume;

import dev.kindling.embedded.internal.kubelet.cluster.ClusterObjects;
import dev.kindling.embedded.internal.kubelet.cluster.FieldPaths;
import dev.kindling.embedded.internal.kubelet.cluster.MissingObjectException;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the volumes of one pod. May be called again after a {@link MissingObjectException}. */
public final class Volumes {

    private final ClusterObjects objects;
    private final ClaimFolders claims;
    private final Pod pod;
    private final Path folder;
    private final ServiceAccountFiles account;

    /** @param folder for the volumes that live as long as the pod */
    public Volumes(ClusterObjects objects, ClaimFolders claims, ServiceAccountFiles account, Pod pod, Path folder) {
        this.objects = objects;
        this.claims = claims;
        this.account = account;
        this.pod = pod;
        this.folder = folder;
    }

    /** Folders (for a host path perhaps a file) by the names of the volumes. */
    public Map<String, Path> materialise() throws IOException {
        var sources = new LinkedHashMap<String, Path>();
        for (Volume volume : pod.getSpec().getVolumes()) {
            sources.put(volume.getName(), materialise(volume));
        }
        return sources;
    }

    private Path materialise(Volume volume) throws IOException {
        if (volume.getHostPath() != null) {
            return hostPath(volume.getHostPath());
        }
        if (volume.getPersistentVolumeClaim() != null) {
            return claim(volume.getPersistentVolumeClaim().getClaimName());
        }
        if (volume.getEphemeral() != null) {
            return ephemeral(volume);
        }
        Path own = Files.createDirectories(folder.resolve(volume.getName()));
        if (volume.getConfigMap() != null) {
            configMap(volume.getConfigMap(), own);
        } else if (volume.getSecret() != null) {
            secret(volume.getSecret(), own);
        } else if (volume.getDownwardAPI() != null) {
            downward(
                    volume.getDownwardAPI().getItems(),
                    new VolumeFiles(own, volume.getDownwardAPI().getDefaultMode()));
        } else if (volume.getProjected() != null) {
            var files = new VolumeFiles(own, volume.getProjected().getDefaultMode());
            for (VolumeProjection projection : volume.getProjected().getSources()) {
                project(projection, files);
            }
        } else if (volume.getEmptyDir() == null) {
            throw new IOException(
                    "volume \"" + volume.getName() + "\" is of a kind that the embedded Kubernetes does not have;"
                            + " it has emptyDir, configMap, secret, downwardAPI, projected, hostPath, ephemeral and persistentVolumeClaim");
        }
        return own;
    }

    private void configMap(ConfigMapVolumeSource source, Path own) throws IOException {
        var entries = entries(source.getOptional(), source.getName(), objects::requireConfigMap);
        new VolumeFiles(own, source.getDefaultMode())
                .write(entries, source.getItems(), "configmap \"" + source.getName() + "\"");
    }

    private void secret(SecretVolumeSource source, Path own) throws IOException {
        var entries = entries(source.getOptional(), source.getSecretName(), objects::requireSecret);
        new VolumeFiles(own, source.getDefaultMode())
                .write(entries, source.getItems(), "secret \"" + source.getSecretName() + "\"");
    }

    private void project(VolumeProjection source, VolumeFiles files) throws IOException {
        if (source.getConfigMap() != null) {
            var map = source.getConfigMap();
            files.write(
                    entries(map.getOptional(), map.getName(), objects::requireConfigMap),
                    map.getItems(),
                    "configmap \"" + map.getName() + "\"");
        }
        if (source.getSecret() != null) {
            var secret = source.getSecret();
            files.write(
                    entries(secret.getOptional(), secret.getName(), objects::requireSecret),
                    secret.getItems(),
                    "secret \"" + secret.getName() + "\"");
        }
        if (source.getDownwardAPI() != null) {
            downward(source.getDownwardAPI().getItems(), files);
        }
        if (source.getServiceAccountToken() != null) {
            files.write(source.getServiceAccountToken().getPath(), account.token(), null);
        }
    }

    private void downward(List<DownwardAPIVolumeFile> items, VolumeFiles files) throws IOException {
        for (DownwardAPIVolumeFile item : items) {
            String value = item.getFieldRef() == null
                    ? ""
                    : FieldPaths.of(pod, "").value(item.getFieldRef().getFieldPath());
            files.write(item.getPath(), value.getBytes(StandardCharsets.UTF_8), item.getMode());
        }
    }

    private interface Lookup {
        Map<String, byte[]> find(String namespace, String name);
    }

    private Map<String, byte[]> entries(
            @org.jspecify.annotations.Nullable Boolean optional, String name, Lookup lookup) {
        try {
            return lookup.find(pod.getMetadata().getNamespace(), name);
        } catch (MissingObjectException e) {
            if (Boolean.TRUE.equals(optional)) {
                return Map.of();
            }
            throw e;
        }
    }

    private Path claim(String name) throws IOException {
        PersistentVolumeClaim claim = objects.requireClaim(pod.getMetadata().getNamespace(), name);
        objects.bind(claim);
        return claims.folder(claim);
    }

    /** Its claim is made for the pod and goes with it. */
    private Path ephemeral(Volume volume) throws IOException {
        var metadata = pod.getMetadata();
        String name = metadata.getName() + "-" + volume.getName();
        var template = volume.getEphemeral().getVolumeClaimTemplate();
        var claim = new PersistentVolumeClaimBuilder()
                .withMetadata(template.getMetadata())
                .editOrNewMetadata()
                .withName(name)
                .withNamespace(metadata.getNamespace())
                .addNewOwnerReference()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .withController(true)
                .withBlockOwnerDeletion(true)
                .endOwnerReference()
                .endMetadata()
                .withSpec(template.getSpec())
                .build();
        objects.createIfAbsent(claim);
        return claim(name);
    }

    private static Path hostPath(HostPathVolumeSource source) throws IOException {
        Path path = Path.of(source.getPath());
        if (source.getType() != null && source.getType().equals("DirectoryOrCreate")) {
            return Files.createDirectories(path);
        }
        if (!Files.exists(path)) {
            throw new IOException("hostPath " + path + " does not exist on this machine");
        }
        return path;
    }
}
