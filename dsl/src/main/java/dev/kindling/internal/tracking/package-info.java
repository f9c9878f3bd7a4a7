/**
 * Not API. One connection for each cluster and one watch for each kind in a namespace, shared by any number of runs and
 * open only while something uses them.
 */
@NullMarked
package dev.kindling.internal.tracking;

import org.jspecify.annotations.NullMarked;
