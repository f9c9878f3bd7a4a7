package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** What this operator does not run: said in the status at once, where ignoring it would give another result. */
final class Refusal {

    private static final Set<String> KINDS = Set.of("Java", "Scala", "Python");

    private Refusal() {}

    static Optional<String> of(Application application) {
        var spec = application.spec();
        var mode = spec.path("mode").asText("cluster");
        if (!mode.equals("cluster")) {
            return refused("spec.mode", mode, "drivers run in pods; write: mode: cluster");
        }
        var kind = spec.path("type").asText("Scala");
        if (!KINDS.contains(kind)) {
            return refused("spec.type", kind, "it runs Java, Scala and Python");
        }
        return missing(spec, kind);
    }

    private static Optional<String> missing(JsonNode spec, String kind) {
        if (spec.path("mainApplicationFile").asText().isEmpty()) {
            return Optional.of("spec.mainApplicationFile is missing: name the jar or Python file to run, such as"
                    + " mainApplicationFile: local:///app/app.jar");
        }
        if (!kind.equals("Python") && spec.path("mainClass").asText().isEmpty()) {
            return Optional.of("spec.mainClass is missing: name the class to run, such as mainClass: org.example.Main");
        }
        return Optional.empty();
    }

    private static Optional<String> refused(String field, String value, String why) {
        return Optional.of("The embedded operator can't run %s: %s (%s)".formatted(field, value, why));
    }
}
