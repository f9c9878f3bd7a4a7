/** Not API: what happens by itself after a change: owners, namespaces, quotas. */
@NullMarked
package dev.kindling.embedded.internal.controller;

import org.jspecify.annotations.NullMarked;
