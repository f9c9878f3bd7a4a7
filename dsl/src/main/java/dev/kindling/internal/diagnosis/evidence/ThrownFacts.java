package dev.kindling.internal.diagnosis.evidence;

import java.time.Instant;

/**
 * Something that was thrown or refused in this JVM.
 *
 * @param where what was being done: a job, creating pods, ...
 * @param text the exception with its causes
 */
public record ThrownFacts(String run, String where, String text, Instant time) {}
