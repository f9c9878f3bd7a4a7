/** Tests of the package of the same name. */
@NullMarked
package dev.kindling.embedded.internal.operator.work;

import org.jspecify.annotations.NullMarked;
