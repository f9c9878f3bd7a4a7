/** Tests of the image. */
@NullMarked
package dev.kindling.embedded.internal.kubelet.image;

import org.jspecify.annotations.NullMarked;
