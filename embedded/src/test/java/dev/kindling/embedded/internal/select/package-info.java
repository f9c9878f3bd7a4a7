@NullMarked
package dev.kindling.embedded.internal.select;

import org.jspecify.annotations.NullMarked;
