/** Functions as jobs: how they and what they return travel, on both sides. Not API. */
@NullMarked
package dev.kindling.internal.task;

import org.jspecify.annotations.NullMarked;
