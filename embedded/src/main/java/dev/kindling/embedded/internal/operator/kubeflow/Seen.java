package dev.kindling.embedded.internal.operator.kubeflow;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is of an application at one look.
 *
 * @param driver null when no pod of that name exists
 * @param exposed whether the service of its UI exists
 */
record Seen(@Nullable Pod driver, List<Pod> executors, boolean exposed) {

    boolean nothingIsLeft() {
        return driver == null && !exposed;
    }
}
