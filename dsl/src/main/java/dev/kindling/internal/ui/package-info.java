/**
 * Not API. The way from a browser on this machine to the Spark UI of a driver in a pod.
 */
@NullMarked
package dev.kindling.internal.ui;

import org.jspecify.annotations.NullMarked;
