/** Tests of the kubelet, with real processes. */
@NullMarked
package dev.kindling.embedded.internal.kubelet;

import org.jspecify.annotations.NullMarked;
