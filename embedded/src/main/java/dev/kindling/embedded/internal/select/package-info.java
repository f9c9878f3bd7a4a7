/** Not API: label and field selectors. */
@NullMarked
package dev.kindling.embedded.internal.select;

import org.jspecify.annotations.NullMarked;
