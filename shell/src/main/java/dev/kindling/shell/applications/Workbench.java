package dev.kindling.shell.applications;

import dev.kindling.shell.terminal.Interruption;
import dev.kindling.shell.terminal.Terminal;
import dev.kindling.target.KubernetesCluster;
import java.io.InputStream;
import java.util.function.Function;

/**
 * What the verbs work with.
 *
 * @param terminal where results and errors go
 * @param in what the file {@code -} is
 * @param interruption told what goes on without us
 * @param clusters opens the cluster that the options name
 */
public record Workbench(
        Terminal terminal, InputStream in, Interruption interruption, Function<KubernetesCluster, Cluster> clusters) {}
