/** The {@code kindling} command line, and what a sample needs to be run by it. */
@NullMarked
package dev.kindling.shell;

import org.jspecify.annotations.NullMarked;
