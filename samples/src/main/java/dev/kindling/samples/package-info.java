/** Programs that show Kindling at work, one package each; every one of them is run by a test. */
@NullMarked
package dev.kindling.samples;

import org.jspecify.annotations.NullMarked;
