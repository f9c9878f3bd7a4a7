/**
 * Puts the drivers of both operators into the store, with all that belongs to them. Not API.
 */
@NullMarked
package dev.kindling.embedded.internal.operator.driver;

import org.jspecify.annotations.NullMarked;
