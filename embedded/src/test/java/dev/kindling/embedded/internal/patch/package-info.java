@NullMarked
package dev.kindling.embedded.internal.patch;

import org.jspecify.annotations.NullMarked;
