/** Tests of the package of the same name. */
@NullMarked
package dev.kindling.embedded.internal.operator.apache;

import org.jspecify.annotations.NullMarked;
