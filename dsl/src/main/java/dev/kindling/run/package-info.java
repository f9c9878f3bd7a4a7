/**
 * What a verb returns: handles of running work, its settings, its manifest.
 */
@NullMarked
package dev.kindling.run;

import org.jspecify.annotations.NullMarked;
