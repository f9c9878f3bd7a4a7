@NullMarked
package dev.kindling.embedded.internal.admission;

import org.jspecify.annotations.NullMarked;
