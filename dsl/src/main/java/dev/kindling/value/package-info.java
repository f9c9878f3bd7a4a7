/**
 * What is asked for: sizes, counts, pods, volumes. Immutable, thread-safe, checked where they are made.
 */
@NullMarked
package dev.kindling.value;

import org.jspecify.annotations.NullMarked;
