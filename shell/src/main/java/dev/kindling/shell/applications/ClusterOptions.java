package dev.kindling.shell.applications;

import dev.kindling.target.KubernetesCluster;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which cluster and namespace: as for kubectl. */
final class ClusterOptions {
    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            description = "The namespace; default: the context's.")
    private Optional<String> namespace = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "A context of the kubeconfig; default: the current one.")
    private Optional<String> context = Optional.empty();

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Default: $$KUBECONFIG, else ~/.kube/config; in a pod its service account.")
    private Optional<Path> kubeconfig = Optional.empty();

    KubernetesCluster target() {
        var cluster = kubeconfig
                .map(file -> context.map(name -> KubernetesCluster.kubeconfig(file, name))
                        .orElseGet(() -> KubernetesCluster.kubeconfig(file)))
                .orElseGet(() -> context.map(KubernetesCluster::context).orElseGet(KubernetesCluster::current));
        return namespace.map(cluster::namespace).orElse(cluster);
    }

    Optional<String> namespace() {
        return namespace;
    }

    /** The same options for another command line. */
    String again() {
        return namespace.map(name -> " -n " + name).orElse("")
                + context.map(name -> " --context " + name).orElse("")
                + kubeconfig.map(file -> " --kubeconfig " + file).orElse("");
    }
}
