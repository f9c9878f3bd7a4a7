/** Measured comparisons, each beside its peer in one run. Not API: run them with {@code benchmarks/run}. */
@NullMarked
package dev.kindling.benchmarks;

import org.jspecify.annotations.NullMarked;
