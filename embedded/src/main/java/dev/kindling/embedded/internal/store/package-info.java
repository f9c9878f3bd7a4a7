/** Not API: the objects of the embedded Kubernetes, their changes and who watches them; no HTTP here. */
@NullMarked
package dev.kindling.embedded.internal.store;

import org.jspecify.annotations.NullMarked;
