/** Not API. The processes behind containers: how they start, how they are told to end, and what ends them when this JVM dies. */
@NullMarked
package dev.kindling.embedded.internal.kubelet.process;

import org.jspecify.annotations.NullMarked;
