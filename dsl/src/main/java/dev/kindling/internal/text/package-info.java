/**
 * Not API. Rules about text: Kubernetes names, redaction of secrets, exit codes in words.
 */
@NullMarked
package dev.kindling.internal.text;

import org.jspecify.annotations.NullMarked;
