/**
 * Drivers of both operators: their pods, as Spark's own builder makes them, and all that goes into the cluster with a
 * pod. Not API.
 */
@NullMarked
package dev.kindling.embedded.internal.operator.driver;

import org.jspecify.annotations.NullMarked;
