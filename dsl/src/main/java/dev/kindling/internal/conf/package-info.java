/**
 * Not API. Pure functions from a plan and facts to Spark settings and pod templates.
 */
@NullMarked
package dev.kindling.internal.conf;

import org.jspecify.annotations.NullMarked;
