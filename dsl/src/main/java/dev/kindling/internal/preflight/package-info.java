/**
 * The look at a cluster before anything is made: checks that ask beside each other within a limit of time. What a check
 * concludes from what it has read is a pure function beside it. A further check is one more
 * {@link dev.kindling.internal.preflight.Check} in the list of who starts something. Not API.
 */
@NullMarked
package dev.kindling.internal.preflight;

import org.jspecify.annotations.NullMarked;
