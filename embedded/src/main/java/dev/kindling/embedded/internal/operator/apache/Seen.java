package dev.kindling.embedded.internal.operator.apache;

import io.fabric8.kubernetes.api.model.Pod;
import org.jspecify.annotations.Nullable;

/**
 * What there is of an application's current attempt at one look.
 *
 * @param driver null when it has none
 * @param readyExecutors how many executors are ready
 * @param buildable whether a driver can be built from the application at all
 */
record Seen(@Nullable Pod driver, int readyExecutors, boolean buildable) {}
