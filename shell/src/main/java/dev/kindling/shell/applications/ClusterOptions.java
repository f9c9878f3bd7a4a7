package dev.kindling.shell.applications;

import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.ListedApplication;
import dev.kindling.target.KubernetesCluster;
import java.nio.file.Path;
import java.util.List;
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

    /** @param operator that of the command line */
    KubernetesCluster target(Optional<OperatorName> operator) {
        var target = target();
        return operator.map(chosen -> target.operator(chosen.operator())).orElse(target);
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

    /** What to say where there is no such application, or whatever kind was looked for. */
    String unknown(String kind, String name, Cluster cluster) {
        var there = cluster.list(ApplicationFilter.all()).stream()
                .map(ListedApplication::name)
                .toList();
        return unknown(kind, name, there, "kindling list");
    }

    /**
     * What to say where there is no such thing here.
     *
     * @param there those that are there
     * @param listing the command that shows them
     */
    String unknown(String kind, String name, List<String> there, String listing) {
        var where = namespace.map(ns -> "namespace " + ns).orElse("the context's namespace");
        return "there is no " + kind + " " + name + " in " + where + ". " + advice(name, there, listing);
    }

    private String advice(String name, List<String> there, String listing) {
        if (there.isEmpty()) {
            return "There is none at all: name another namespace with -n NAMESPACE";
        }
        return Similar.to(name, there)
                .map(near -> "Did you mean: " + near + "?")
                .orElse("Write: " + listing + again() + " to see the " + there.size() + " that are there");
    }
}
