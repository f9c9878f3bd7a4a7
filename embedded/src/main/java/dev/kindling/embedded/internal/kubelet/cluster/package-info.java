/** Not API. The store as the kubelet sees it: typed objects, pod status, events. */
@NullMarked
package dev.kindling.embedded.internal.kubelet.cluster;

import org.jspecify.annotations.NullMarked;
