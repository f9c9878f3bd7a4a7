/**
 * The one entry: {@link dev.kindling.Spark} describes a session or an application; a verb joins it with a target.
 */
@NullMarked
package dev.kindling;

import org.jspecify.annotations.NullMarked;
