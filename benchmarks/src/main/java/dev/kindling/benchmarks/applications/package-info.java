/** Applications of an operator: describing, submitting and tracking many. Not API. */
@NullMarked
package dev.kindling.benchmarks.applications;

import org.jspecify.annotations.NullMarked;
