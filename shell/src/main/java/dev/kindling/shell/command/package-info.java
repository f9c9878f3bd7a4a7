/** What all commands have in common. Not API. */
@NullMarked
package dev.kindling.shell.command;

import org.jspecify.annotations.NullMarked;
