/** A file brought to an object store in parts, of which none is sent twice. */
@NullMarked
package dev.kindling.internal.code.upload;

import org.jspecify.annotations.NullMarked;
