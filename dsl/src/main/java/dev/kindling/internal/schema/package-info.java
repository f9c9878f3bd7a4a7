/**
 * Not API. What the operators' definitions, webhooks and habits allow a custom resource to say, without a cluster. The
 * definitions are resources beside this package; see {@code SOURCES.md} there.
 */
@NullMarked
package dev.kindling.internal.schema;

import org.jspecify.annotations.NullMarked;
