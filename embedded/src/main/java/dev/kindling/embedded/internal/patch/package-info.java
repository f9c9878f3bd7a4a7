/** Not API: the four kinds of patches Kubernetes knows, as functions from object to object. */
@NullMarked
package dev.kindling.embedded.internal.patch;

import org.jspecify.annotations.NullMarked;
