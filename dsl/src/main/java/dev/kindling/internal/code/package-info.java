/** Code of this JVM as files that pods can be given. Not API. */
@NullMarked
package dev.kindling.internal.code;

import org.jspecify.annotations.NullMarked;
