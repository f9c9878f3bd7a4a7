/**
 * Not API. Spark's own history server, in this JVM.
 */
@NullMarked
package dev.kindling.internal.history;

import org.jspecify.annotations.NullMarked;
