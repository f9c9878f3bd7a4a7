/** What every operator needs: a queue of objects to look at, and the events it writes about them. Not API. */
@NullMarked
package dev.kindling.embedded.internal.operator.work;

import org.jspecify.annotations.NullMarked;
