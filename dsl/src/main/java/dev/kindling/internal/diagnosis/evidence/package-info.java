/**
 * Not API. What was collected about a run: small values without the Kubernetes client, to be kept as a file.
 */
@NullMarked
package dev.kindling.internal.diagnosis.evidence;

import org.jspecify.annotations.NullMarked;
