/** The object store in this JVM, and what is done with it. */
@NullMarked
package dev.kindling.embedded.storage;

import org.jspecify.annotations.NullMarked;
