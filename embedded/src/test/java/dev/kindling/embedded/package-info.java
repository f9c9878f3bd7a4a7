/** Tests of the embedded Kubernetes as a whole, with the clients people have. */
@NullMarked
package dev.kindling.embedded;

import org.jspecify.annotations.NullMarked;
