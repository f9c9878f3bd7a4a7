/** Where Kindling keeps what is its own on this machine. */
@NullMarked
package dev.kindling.internal.files;

import org.jspecify.annotations.NullMarked;
