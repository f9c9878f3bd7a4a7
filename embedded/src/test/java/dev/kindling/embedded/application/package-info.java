/** Applications on the embedded Kubernetes, from submission to clean-up. */
@NullMarked
package dev.kindling.embedded.application;

import org.jspecify.annotations.NullMarked;
