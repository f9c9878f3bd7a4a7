/**
 * Not API. The driver's pod of an application, as Spark's own builder makes it in this JVM, and all that goes into the
 * cluster with it: for applications that no operator runs, and for operators that build drivers here.
 */
@NullMarked
package dev.kindling.internal.driver;

import org.jspecify.annotations.NullMarked;
