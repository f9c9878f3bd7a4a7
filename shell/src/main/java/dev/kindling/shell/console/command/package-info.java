/** The lines of a prompt that begin with {@code /}, in jshell's words, and what is said about snippets. Not API. */
@NullMarked
package dev.kindling.shell.console.command;

import org.jspecify.annotations.NullMarked;
