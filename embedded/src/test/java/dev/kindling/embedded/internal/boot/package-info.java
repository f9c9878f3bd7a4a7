@NullMarked
package dev.kindling.embedded.internal.boot;

import org.jspecify.annotations.NullMarked;
