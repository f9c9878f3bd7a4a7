/**
 * Not API. YAML as people write it: read safely, within limits, and with the line and column of everything.
 */
@NullMarked
package dev.kindling.internal.yaml;

import org.jspecify.annotations.NullMarked;
