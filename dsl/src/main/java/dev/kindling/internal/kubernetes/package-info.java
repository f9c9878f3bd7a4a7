/** Not API. The only doer of cluster I/O: clients, the run's own objects, executor pods and their logs. */
@NullMarked
package dev.kindling.internal.kubernetes;

import org.jspecify.annotations.NullMarked;
