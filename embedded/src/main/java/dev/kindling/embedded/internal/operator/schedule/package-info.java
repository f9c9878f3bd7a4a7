/**
 * Kubeflow's {@code ScheduledSparkApplication} as of release 2.5.2. Not API.
 *
 * <p>The cron syntax is read here and not by a library: it is that of the parser Kubeflow uses, with its rule for days,
 * {@code @every}, time zones in the text and its messages, and everything that goes past it fails in a cluster.
 */
@NullMarked
package dev.kindling.embedded.internal.operator.schedule;

import org.jspecify.annotations.NullMarked;
