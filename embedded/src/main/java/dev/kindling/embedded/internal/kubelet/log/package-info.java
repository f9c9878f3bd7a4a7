/** Not API. What containers wrote, as files that can be followed. */
@NullMarked
package dev.kindling.embedded.internal.kubelet.log;

import org.jspecify.annotations.NullMarked;
