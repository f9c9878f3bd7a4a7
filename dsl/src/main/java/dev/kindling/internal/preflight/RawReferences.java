package dev.kindling.internal.preflight;

import dev.kindling.internal.preflight.Reference.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What raw settings name for the pods of a role. */
final class RawReferences {

    /** Spark makes a claim then. */
    private static final String MADE = "OnDemand";

    private RawReferences() {}

    static Stream<Reference> of(Map<String, String> conf, String role) {
        var prefix = "spark.kubernetes." + role + ".";
        return Stream.concat(
                conf.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(prefix))
                        .flatMap(entry -> of(entry.getKey().substring(prefix.length()), entry.getValue())),
                Stream.ofNullable(conf.get("spark.kubernetes.container.image.pullSecrets"))
                        .flatMap(names -> Reference.pullSecrets(List.of(names.split("\\s*,\\s*")))));
    }

    private static Stream<Reference> of(String key, String value) {
        if (key.startsWith("secretKeyRef.") && value.matches("[^:]+:[^:]+")) {
            var parts = value.split(":");
            return Stream.of(new Reference(Kind.SECRET, parts[0], Set.of(parts[1]), true));
        }
        if (key.startsWith("secrets.")) {
            return Stream.of(new Reference(Kind.SECRET, key.substring("secrets.".length()), Set.of(), true));
        }
        return key.matches("volumes\\.persistentVolumeClaim\\.[^.]+\\.options\\.claimName") && !value.equals(MADE)
                ? Stream.of(new Reference(Kind.CLAIM, value, Set.of(), true))
                : Stream.empty();
    }
}
