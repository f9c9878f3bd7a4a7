package dev.kindling.value;

import io.fabric8.kubernetes.api.model.PodBuilder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The escape hatch: a pod to start from and a change to it, for what no typed value says. Immutable and thread-safe if
 * the change is.
 *
 * <pre>{@code
 * PodTemplate template = PodPlan.none().template(pod -> pod.editOrNewSpec().withHostname("x").endSpec()).template();
 * }</pre>
 *
 * @param file a YAML or JSON file that holds one Pod
 * @param change applied to the file's pod, or to an empty one
 */
public record PodTemplate(Optional<Path> file, Optional<UnaryOperator<PodBuilder>> change) {
    static final PodTemplate NONE = new PodTemplate(Optional.empty(), Optional.empty());

    /** Whether there is nothing to start from and nothing to change. */
    public boolean isEmpty() {
        return file.isEmpty() && change.isEmpty();
    }

    /** The other one, where it says something. */
    PodTemplate and(PodTemplate other) {
        return new PodTemplate(other.file.or(() -> file), other.change.or(() -> change));
    }
}
