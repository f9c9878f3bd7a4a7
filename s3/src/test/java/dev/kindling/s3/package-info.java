/** What kindling-s3 brings along. */
@NullMarked
package dev.kindling.s3;

import org.jspecify.annotations.NullMarked;
