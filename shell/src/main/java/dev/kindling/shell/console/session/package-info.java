/** The Spark session of a console, which starts when it is first used. Not API. */
@NullMarked
package dev.kindling.shell.console.session;

import org.jspecify.annotations.NullMarked;
