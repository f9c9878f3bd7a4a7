/**
 * Where data lies: object stores and the credentials for them.
 */
@NullMarked
package dev.kindling.storage;

import org.jspecify.annotations.NullMarked;
