/** The interactive console: a prompt in a terminal. Not API. */
@NullMarked
package dev.kindling.shell.console.prompt;

import org.jspecify.annotations.NullMarked;
