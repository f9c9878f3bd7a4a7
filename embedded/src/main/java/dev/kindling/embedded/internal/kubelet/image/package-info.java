/** Not API. What an image is here: a known name, whose files are Spark's jars on this machine. */
@NullMarked
package dev.kindling.embedded.internal.kubelet.image;

import org.jspecify.annotations.NullMarked;
