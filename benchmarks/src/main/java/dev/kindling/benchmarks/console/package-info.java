/** The console beside other prompts, as a user sees them. Not API. */
@NullMarked
package dev.kindling.benchmarks.console;

import org.jspecify.annotations.NullMarked;
