package dev.kindling.internal.diagnosis.evidence;

/**
 * The service account of pods that have not ended.
 *
 * @param run the application's or session's name
 * @param role driver or executor
 * @param isThere whether the namespace has it still: a pod is not made without
 */
public record AccountFacts(String run, String role, String name, boolean isThere) {}
