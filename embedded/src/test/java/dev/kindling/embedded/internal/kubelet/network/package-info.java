/** Tests of addresses and names. */
@NullMarked
package dev.kindling.embedded.internal.kubelet.network;

import org.jspecify.annotations.NullMarked;
