/** Tests of the package of the same name. */
@NullMarked
package dev.kindling.embedded.internal.operator.schedule;

import org.jspecify.annotations.NullMarked;
