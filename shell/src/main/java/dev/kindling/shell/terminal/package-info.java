/** The screen: its streams and size, progress, tables, Ctrl-C. Only {@link dev.kindling.shell.terminal.Progress} is API. */
@NullMarked
package dev.kindling.shell.terminal;

import org.jspecify.annotations.NullMarked;
