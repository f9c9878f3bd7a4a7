/**
 * Asks object stores, from this JVM. Not API.
 */
@NullMarked
package dev.kindling.internal.storage;

import org.jspecify.annotations.NullMarked;
