package dev.kindling.internal.diagnosis.evidence;

/**
 * A persistent volume claim that a pod mounts.
 *
 * @param phase Bound, Pending, ...; empty if there is none of that name
 */
public record ClaimFacts(String name, String phase, String storageClass) {}
