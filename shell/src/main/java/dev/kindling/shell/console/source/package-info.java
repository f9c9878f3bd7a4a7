/** What was written, cut into statements. Not API. */
@NullMarked
package dev.kindling.shell.console.source;

import org.jspecify.annotations.NullMarked;
