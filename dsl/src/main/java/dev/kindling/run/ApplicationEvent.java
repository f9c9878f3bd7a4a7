package dev.kindling.run;

import java.time.Instant;

/**
 * A Kubernetes event about an application or one of its pods. Immutable and thread-safe.
 *
 * <pre>{@code
 * static List<ApplicationEvent> warnings(SubmittedApplication run) {
 *     return run.events().stream().filter(ApplicationEvent::isWarning).toList();
 * }
 * }</pre>
 *
 * <p>A warning need not be a cause: in ordinary runs a {@code FailedMount} is written for pods that were made before their
 * config map, and suspending is told as a warning.
 *
 * @param time when it was last seen
 * @param isWarning whether its type is {@code Warning}
 * @param reason one word, such as {@code SparkDriverRunning}
 * @param message what it says
 * @param object kind and name of what it is about, such as {@code Pod/nightly-driver}
 */
public record ApplicationEvent(Instant time, boolean isWarning, String reason, String message, String object) {}
