package dev.kindling.target;

/**
 * Where a session runs.
 *
 * <pre>{@code
 * RunTarget here = Local.threads(2);
 * RunTarget there = KubernetesCluster.current().namespace("analytics");
 * }</pre>
 */
public sealed interface RunTarget permits Local, KubernetesCluster {}
