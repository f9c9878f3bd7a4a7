/** A data lake in an object store: partitions of Parquet, written and read back. */
@NullMarked
package dev.kindling.samples.lake;

import org.jspecify.annotations.NullMarked;
