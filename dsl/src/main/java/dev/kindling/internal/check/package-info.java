/**
 * Not API. Checks a whole plan and collects every problem before anything is touched.
 */
@NullMarked
package dev.kindling.internal.check;

import org.jspecify.annotations.NullMarked;
