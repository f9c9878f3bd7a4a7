/**
 * Not API. Pure functions from evidence to findings, one file for a family of causes.
 */
@NullMarked
package dev.kindling.internal.diagnosis.rule;

import org.jspecify.annotations.NullMarked;
