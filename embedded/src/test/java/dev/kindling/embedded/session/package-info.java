/** Plain Spark sessions, without the DSL, whose executors are pods of the embedded Kubernetes. */
@NullMarked
package dev.kindling.embedded.session;

import org.jspecify.annotations.NullMarked;
