/** Not API: objects as rows, for clients that print columns. */
@NullMarked
package dev.kindling.embedded.internal.table;

import org.jspecify.annotations.NullMarked;
