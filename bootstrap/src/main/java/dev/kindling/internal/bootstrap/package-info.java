/**
 * What a driver in a pod runs before the program: fetches shipped code from an object store, then begins the program. It
 * uses Java and Hadoop's file systems alone, which every Spark image has. Not API.
 */
@NullMarked
package dev.kindling.internal.bootstrap;

import org.jspecify.annotations.NullMarked;
