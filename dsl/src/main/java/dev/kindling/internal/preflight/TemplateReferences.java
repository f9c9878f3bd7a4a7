package dev.kindling.internal.preflight;

import dev.kindling.internal.preflight.Reference.Kind;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretEnvSource;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a pod template names; a name that it calls optional, pods start without. */
final class TemplateReferences {

    private TemplateReferences() {}

    static Stream<Reference> of(Pod template) {
        return Stream.ofNullable(template.getSpec()).flatMap(TemplateReferences::of);
    }

    private static Stream<Reference> of(PodSpec spec) {
        return Stream.of(
                        spec.getVolumes().stream().flatMap(TemplateReferences::of),
                        Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                                .flatMap(TemplateReferences::of),
                        Reference.pullSecrets(spec.getImagePullSecrets().stream()
                                .map(LocalObjectReference::getName)
                                .toList()))
                .flatMap(each -> each);
    }

    private static Stream<Reference> of(Volume volume) {
        var projected = Stream.ofNullable(volume.getProjected()).flatMap(all -> all.getSources().stream());
        return Stream.of(
                        of(volume.getSecret()).stream(),
                        of(volume.getConfigMap()).stream(),
                        Stream.ofNullable(volume.getPersistentVolumeClaim())
                                .map(claim -> new Reference(Kind.CLAIM, claim.getClaimName(), Set.of(), true)),
                        projected.flatMap(TemplateReferences::of))
                .flatMap(each -> each);
    }

    private static Optional<Reference> of(@Nullable SecretVolumeSource source) {
        return Optional.ofNullable(source).map(it -> whole(Kind.SECRET, it.getSecretName(), it.getOptional()));
    }

    private static Optional<Reference> of(@Nullable ConfigMapVolumeSource source) {
        return Optional.ofNullable(source).map(it -> whole(Kind.CONFIG_MAP, it.getName(), it.getOptional()));
    }

    private static Stream<Reference> of(VolumeProjection source) {
        return Stream.concat(
                Stream.ofNullable(source.getSecret()).map(it -> whole(Kind.SECRET, it.getName(), it.getOptional())),
                Stream.ofNullable(source.getConfigMap())
                        .map(it -> whole(Kind.CONFIG_MAP, it.getName(), it.getOptional())));
    }

    private static Stream<Reference> of(Container container) {
        return Stream.concat(
                container.getEnv().stream()
                        .flatMap(variable -> Stream.ofNullable(variable.getValueFrom()))
                        .flatMap(TemplateReferences::of),
                container.getEnvFrom().stream().flatMap(TemplateReferences::of));
    }

    private static Stream<Reference> of(EnvVarSource source) {
        return Stream.concat(
                Stream.ofNullable(source.getSecretKeyRef())
                        .map(it -> new Reference(
                                Kind.SECRET, it.getName(), Set.of(it.getKey()), isVital(it.getOptional()))),
                Stream.ofNullable(source.getConfigMapKeyRef())
                        .map(it -> new Reference(
                                Kind.CONFIG_MAP, it.getName(), Set.of(it.getKey()), isVital(it.getOptional()))));
    }

    private static Stream<Reference> of(EnvFromSource source) {
        return Stream.concat(
                Stream.ofNullable(source.getSecretRef())
                        .map((SecretEnvSource it) -> whole(Kind.SECRET, it.getName(), it.getOptional())),
                Stream.ofNullable(source.getConfigMapRef())
                        .map((ConfigMapEnvSource it) -> whole(Kind.CONFIG_MAP, it.getName(), it.getOptional())));
    }

    private static Reference whole(Kind kind, String name, @Nullable Boolean optional) {
        return new Reference(kind, name, Set.of(), isVital(optional));
    }

    private static boolean isVital(@Nullable Boolean optional) {
        return !Boolean.TRUE.equals(optional);
    }
}
