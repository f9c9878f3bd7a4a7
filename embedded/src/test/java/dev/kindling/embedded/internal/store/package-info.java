@NullMarked
package dev.kindling.embedded.internal.store;

import org.jspecify.annotations.NullMarked;
