/** How the values of console variables reach the code that reads them on executors. Not API. */
@NullMarked
package dev.kindling.shell.console.variables;

import org.jspecify.annotations.NullMarked;
