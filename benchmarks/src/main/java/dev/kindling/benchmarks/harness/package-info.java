/** How the benchmarks measure: interleaved runs, fresh JVMs, medians and quartiles, goals. Not API. */
@NullMarked
package dev.kindling.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
