/** The life of an application through the command line, on the embedded Kubernetes and on a real one. */
@NullMarked
package dev.kindling.shell.life;

import org.jspecify.annotations.NullMarked;
