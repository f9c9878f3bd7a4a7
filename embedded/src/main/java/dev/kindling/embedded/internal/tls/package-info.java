/** Not API: the certificates and the token that guard the embedded server. */
@NullMarked
package dev.kindling.embedded.internal.tls;

import org.jspecify.annotations.NullMarked;
