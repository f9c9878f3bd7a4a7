/**
 * An S3 server in this JVM, apart from everything else in it. Not API: {@code EmbeddedS3} of kindling-embedded is.
 */
@NullMarked
package dev.kindling.s3proxy;

import org.jspecify.annotations.NullMarked;
