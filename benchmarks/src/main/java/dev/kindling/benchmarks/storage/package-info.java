/** Object stores beside what a user writes by hand for them. Not API. */
@NullMarked
package dev.kindling.benchmarks.storage;

import org.jspecify.annotations.NullMarked;
