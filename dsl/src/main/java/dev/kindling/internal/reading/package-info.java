/**
 * Not API. From an operator's resource to the plan it means, and what no plan can say kept beside it.
 */
@NullMarked
package dev.kindling.internal.reading;

import org.jspecify.annotations.NullMarked;
