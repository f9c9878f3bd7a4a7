/** Not API: what an embedded Kubernetes needs before its first request. */
@NullMarked
package dev.kindling.embedded.internal.boot;

import org.jspecify.annotations.NullMarked;
