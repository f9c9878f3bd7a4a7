/** A function as a job: it runs in a driver in a pod, and what it returns comes back. */
@NullMarked
package dev.kindling.samples.task;

import org.jspecify.annotations.NullMarked;
