/**
 * What went wrong and the line to write: the exceptions and what they carry.
 */
@NullMarked
package dev.kindling.diagnosis;

import org.jspecify.annotations.NullMarked;
