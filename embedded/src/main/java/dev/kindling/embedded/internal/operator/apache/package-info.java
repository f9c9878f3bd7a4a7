/**
 * Apache's operator as of release 1.0.0: {@code SparkApplication} ({@code spark.apache.org/v1}) with its states, their
 * history, restarts and retention. Not API.
 *
 * <p>{@code Transitions} holds the rules as pure functions, {@code ApacheOperator} does what they say. Differences: a
 * status follows its pod at once, and timeouts are noticed when they are over (there up to two minutes later); an
 * application in client mode is refused once and can be deleted (there it fails for ever). R is refused. Ingresses and
 * gateway routes are left out. A {@code SparkCluster} is stored and not run: it has no status, as where this operator
 * does not watch.
 */
@NullMarked
package dev.kindling.embedded.internal.operator.apache;

import org.jspecify.annotations.NullMarked;
