/**
 * The operators of the embedded Kubernetes, one for each dialect of {@code SparkApplication}. Both write states and
 * status as the real ones do, on one thread that is there only while there is something to do. Not API.
 */
@NullMarked
package dev.kindling.embedded.internal.operator;

import org.jspecify.annotations.NullMarked;
