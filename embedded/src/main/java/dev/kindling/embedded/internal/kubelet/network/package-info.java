/** Not API. Addresses of pods and the names that lead to them. */
@NullMarked
package dev.kindling.embedded.internal.kubelet.network;

import org.jspecify.annotations.NullMarked;
