/**
 * Not API. The logs of a run's pods: followed from their containers' start, kept in a folder of limited size, read again
 * from there.
 */
@NullMarked
package dev.kindling.internal.logs;

import org.jspecify.annotations.NullMarked;
