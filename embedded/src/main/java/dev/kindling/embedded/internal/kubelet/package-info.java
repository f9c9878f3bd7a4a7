/** Not API. The kubelet: turns pods into processes of this machine, and says in their status what became of them. */
@NullMarked
package dev.kindling.embedded.internal.kubelet;

import org.jspecify.annotations.NullMarked;
