@NullMarked
package dev.kindling.embedded.internal.controller;

import org.jspecify.annotations.NullMarked;
