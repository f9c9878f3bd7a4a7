package dev.kindling.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.internal.manifest.Trees;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.function.UnaryOperator;

/** A pod template that was read, as the change of {@code PodPlan.template}: two of the same content are equal. */
record ReadTemplate(JsonNode template) implements UnaryOperator<PodBuilder> {

    /** What the plan says otherwise comes on top. */
    @Override
    public PodBuilder apply(PodBuilder pod) {
        return new PodBuilder(Trees.value(Trees.union(template, Trees.tree(pod.build())), Pod.class));
    }
}
