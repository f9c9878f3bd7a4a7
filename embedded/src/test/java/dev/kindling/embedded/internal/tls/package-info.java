@NullMarked
package dev.kindling.embedded.internal.tls;

import org.jspecify.annotations.NullMarked;
