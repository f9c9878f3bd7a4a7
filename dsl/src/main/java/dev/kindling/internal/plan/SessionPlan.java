package dev.kindling.internal.plan;

/** What a session is: a workload whose driver is this JVM. */
public record SessionPlan(WorkloadPlan workload) {}
