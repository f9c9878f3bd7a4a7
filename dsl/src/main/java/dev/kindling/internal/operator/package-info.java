/**
 * Not API. What differs between the operators for someone who submits to them and looks on: pure functions from custom
 * resources and pods to what they mean.
 */
@NullMarked
package dev.kindling.internal.operator;

import org.jspecify.annotations.NullMarked;
