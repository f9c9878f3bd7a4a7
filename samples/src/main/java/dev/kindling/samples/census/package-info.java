/** Counts the classes of the executors' own JDK: a job with real input on every machine, and nothing to download. */
@NullMarked
package dev.kindling.samples.census;

import org.jspecify.annotations.NullMarked;
