/** Not API. Volumes as folders, and the paths at which a container finds them. */
@NullMarked
package dev.kindling.embedded.internal.kubelet.volume;

import org.jspecify.annotations.NullMarked;
