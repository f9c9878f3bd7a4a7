/** Rows of Datasets as tables in the terminal. Not API. */
@NullMarked
package dev.kindling.shell.console.table;

import org.jspecify.annotations.NullMarked;
