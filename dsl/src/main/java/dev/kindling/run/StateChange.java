package dev.kindling.run;

import java.time.Instant;

/**
 * A state that an application came into. Immutable and thread-safe.
 *
 * <pre>{@code
 * static String line(StateChange change) {
 *     return change.time() + " attempt " + change.attempt() + ": " + change.state();
 * }
 * }</pre>
 *
 * @param time when: as Apache's operator wrote it; Kubeflow's writes none, so when it was seen
 * @param attempt which attempt was going on, from 1; 0 before the first
 * @param state what the operator said
 */
public record StateChange(Instant time, int attempt, ApplicationState state) {}
