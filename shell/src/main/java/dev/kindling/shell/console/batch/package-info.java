/** Scripts: run strictly, with errors that name their line. Only {@link ScriptException} is API. */
@NullMarked
package dev.kindling.shell.console.batch;

import org.jspecify.annotations.NullMarked;
