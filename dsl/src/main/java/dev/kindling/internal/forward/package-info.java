/**
 * Not API. The way from this machine to ports of pods, through the API server.
 */
@NullMarked
package dev.kindling.internal.forward;

import org.jspecify.annotations.NullMarked;
