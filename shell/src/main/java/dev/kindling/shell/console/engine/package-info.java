/** JShell with its snippets run in this JVM. Not API. */
@NullMarked
package dev.kindling.shell.console.engine;

import org.jspecify.annotations.NullMarked;
