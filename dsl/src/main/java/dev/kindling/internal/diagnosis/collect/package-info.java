/**
 * Not API. Collects evidence from the API server, in one bounded pass.
 */
@NullMarked
package dev.kindling.internal.diagnosis.collect;

import org.jspecify.annotations.NullMarked;
