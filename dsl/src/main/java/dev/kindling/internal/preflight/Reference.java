package dev.kindling.internal.preflight;

import dev.kindling.image.SparkImage;
import dev.kindling.internal.conf.PodTemplates;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.storage.S3;
import dev.kindling.value.EnvVariable;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something in the namespace that a spec names and its pods wait for.
 *
 * @param keys of a secret or config map, where single ones are named
 * @param vital false: pods start without it
 */
record Reference(Kind kind, String name, Set<String> keys, boolean vital) {

    enum Kind {
        SECRET("secret"),
        CONFIG_MAP("config map"),
        CLAIM("persistent volume claim");

        final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /**
     * All that pods name, each once.
     *
     * @param pods by role: {@code driver}, {@code executor}
     */
    static List<Reference> of(WorkloadPlan plan, Map<String, PodPlan> pods) {
        var found = new LinkedHashMap<String, Reference>();
        Stream.of(
                        pods.values().stream().flatMap(Reference::of),
                        pods.values().stream()
                                .flatMap(pod -> PodTemplates.of(pod, PodTemplates.EXECUTOR_CONTAINER).stream())
                                .flatMap(TemplateReferences::of),
                        pods.keySet().stream().flatMap(role -> RawReferences.of(plan.conf(), role)),
                        plan.s3().stream().flatMap(Reference::of),
                        plan.image().stream().map(SparkImage::pullSecrets).flatMap(Reference::pullSecrets))
                .flatMap(Function.identity())
                .forEach(each -> found.merge(each.kind + each.name, each, Reference::and));
        return List.copyOf(found.values());
    }

    private static Stream<Reference> of(PodPlan pod) {
        return Stream.concat(
                pod.env().stream().flatMap(variable -> of(variable.source())),
                pod.volumes().stream().flatMap(volume -> of(volume.source())));
    }

    private static Stream<Reference> of(EnvVariable.Source source) {
        if (source instanceof EnvVariable.SecretKey secret) {
            return Stream.of(new Reference(Kind.SECRET, secret.secret(), Set.of(secret.key()), true));
        }
        return source instanceof EnvVariable.ConfigMapKey map
                ? Stream.of(new Reference(Kind.CONFIG_MAP, map.configMap(), Set.of(map.key()), true))
                : Stream.empty();
    }

    private static Stream<Reference> of(Volume.Source source) {
        if (source instanceof Volume.Secret secret) {
            return Stream.of(new Reference(Kind.SECRET, secret.name(), Set.of(), true));
        }
        if (source instanceof Volume.ConfigMap map) {
            return Stream.of(new Reference(Kind.CONFIG_MAP, map.name(), Set.of(), true));
        }
        return source instanceof Volume.Claim claim
                ? Stream.of(new Reference(Kind.CLAIM, claim.name(), Set.of(), true))
                : Stream.empty();
    }

    private static Stream<Reference> of(S3 store) {
        return Stream.concat(
                store.podVariables().values().stream()
                        .map(from -> new Reference(Kind.SECRET, from.secret(), Set.of(from.key()), true)),
                store.podMounts().keySet().stream().map(name -> new Reference(Kind.SECRET, name, Set.of(), true)));
    }

    /** A kubelet goes on without one: the image may be public, or there already. */
    static Stream<Reference> pullSecrets(List<String> names) {
        return names.stream().map(name -> new Reference(Kind.SECRET, name, Set.of(), false));
    }

    private Reference and(Reference other) {
        var all = new TreeSet<>(keys);
        all.addAll(other.keys);
        return new Reference(kind, name, all, vital || other.vital);
    }
}
