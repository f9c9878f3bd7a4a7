/** The verbs for applications: {@code kindling submit}, {@code list}, {@code status} and so on. Not API. */
@NullMarked
package dev.kindling.shell.applications;

import org.jspecify.annotations.NullMarked;
