/** The classes that JShell makes of snippets: loading, and the copies for driver and executors. Not API. */
@NullMarked
package dev.kindling.shell.console.code;

import org.jspecify.annotations.NullMarked;
