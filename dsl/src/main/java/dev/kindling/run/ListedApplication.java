package dev.kindling.run;

import dev.kindling.target.Operator;
import java.time.Instant;
import java.util.Map;

/**
 * What a list says of an application. Immutable and thread-safe.
 *
 * <pre>{@code
 * static String row(ListedApplication application) {
 *     return application.name() + "\t" + application.state().name() + "\t" + application.attempts();
 * }
 * }</pre>
 *
 * @param name of the custom resource
 * @param namespace where it is
 * @param operator in whose dialect it is written
 * @param state what its operator last said
 * @param attempts attempts begun
 * @param created when the custom resource was made
 * @param labels of the custom resource
 */
public record ListedApplication(
        String name,
        String namespace,
        Operator operator,
        ApplicationState state,
        int attempts,
        Instant created,
        Map<String, String> labels) {
    /** Copies the labels. */
    public ListedApplication {
        labels = Map.copyOf(labels);
    }
}
