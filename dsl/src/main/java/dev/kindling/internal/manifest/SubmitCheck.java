package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.internal.schema.ResourceCheck;
import dev.kindling.internal.schema.ResourceKind;
import dev.kindling.internal.schema.Schemas;
import java.util.Map;

/** Before a cluster is asked: a dry run stops at the first unknown field, and knows nothing of what fails later on. */
public final class SubmitCheck {
    private SubmitCheck() {}

    /**
     * Of a resource that is about to be created.
     *
     * @throws InvalidManifestException with everything that would be refused or is sure to fail
     */
    public static void refuseErrors(Map<String, Object> resource) {
        var tree = Trees.tree(resource);
        ResourceKind.of(tree).ifPresent(kind -> {
            var errors = ResourceCheck.problems(tree, kind, Schemas.shipped()).stream()
                    .filter(ManifestProblem::isError)
                    .toList();
            if (!errors.isEmpty()) {
                throw new InvalidManifestException(
                        kind.kind() + " " + tree.at("/metadata/name").asText(), errors);
            }
        });
    }
}
