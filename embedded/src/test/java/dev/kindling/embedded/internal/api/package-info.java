@NullMarked
package dev.kindling.embedded.internal.api;

import org.jspecify.annotations.NullMarked;
