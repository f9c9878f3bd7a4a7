/** The console at a terminal as tmux emulates it. */
@NullMarked
package dev.kindling.shell.console.terminal;

import org.jspecify.annotations.NullMarked;
