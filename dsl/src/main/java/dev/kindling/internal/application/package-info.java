/**
 * Not API. Applications in the hands of an operator: submitted, watched until their end, their driver's log followed.
 */
@NullMarked
package dev.kindling.internal.application;

import org.jspecify.annotations.NullMarked;
