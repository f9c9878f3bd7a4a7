/** Not API: what is completed, refused or limited before an object is stored. */
@NullMarked
package dev.kindling.embedded.internal.admission;

import org.jspecify.annotations.NullMarked;
