/**
 * Container images that hold Spark.
 */
@NullMarked
package dev.kindling.image;

import org.jspecify.annotations.NullMarked;
