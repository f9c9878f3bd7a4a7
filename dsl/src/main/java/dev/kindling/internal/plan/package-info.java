/**
 * Not API. What a spec holds, as records; the fluent types above are a skin over these.
 */
@NullMarked
package dev.kindling.internal.plan;

import org.jspecify.annotations.NullMarked;
