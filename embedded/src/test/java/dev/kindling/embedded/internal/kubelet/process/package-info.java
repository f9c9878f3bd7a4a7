/** Tests of processes. */
@NullMarked
package dev.kindling.embedded.internal.kubelet.process;

import org.jspecify.annotations.NullMarked;
