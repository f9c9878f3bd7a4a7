/** What executors need of the console; its class files are served to them beside the snippets', so stock images suffice. Not API. */
@NullMarked
package dev.kindling.shell.console.remote;

import org.jspecify.annotations.NullMarked;
