/**
 * Not API. Pure functions from a plan to custom resources of the operators.
 */
@NullMarked
package dev.kindling.internal.manifest;

import org.jspecify.annotations.NullMarked;
