/**
 * A Kubernetes inside this JVM, for machines without one: its pods are processes of the same machine and user. It
 * isolates nothing: use it to develop, to test and to teach.
 */
@NullMarked
package dev.kindling.embedded;

import org.jspecify.annotations.NullMarked;
