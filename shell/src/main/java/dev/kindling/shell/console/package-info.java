/** The console: JShell whose snippets run on Spark, for the prompt, for scripts and inside other programs. */
@NullMarked
package dev.kindling.shell.console;

import org.jspecify.annotations.NullMarked;
