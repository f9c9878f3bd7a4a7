/**
 * Where a session or an application runs. Descriptions only: nothing is opened until a verb is called.
 */
@NullMarked
package dev.kindling.target;

import org.jspecify.annotations.NullMarked;
