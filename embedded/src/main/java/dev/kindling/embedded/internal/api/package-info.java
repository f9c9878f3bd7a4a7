/** Not API: the store as an HTTP server that speaks the Kubernetes API. */
@NullMarked
package dev.kindling.embedded.internal.api;

import org.jspecify.annotations.NullMarked;
