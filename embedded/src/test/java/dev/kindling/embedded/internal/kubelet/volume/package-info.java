/** Tests of volumes. */
@NullMarked
package dev.kindling.embedded.internal.kubelet.volume;

import org.jspecify.annotations.NullMarked;
