/** Not API. Client mode: the only user of {@code SparkSession} and {@code SparkContext}. */
@NullMarked
package dev.kindling.internal.session;

import org.jspecify.annotations.NullMarked;
