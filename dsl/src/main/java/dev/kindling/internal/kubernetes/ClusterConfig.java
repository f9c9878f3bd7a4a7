package dev.kindling.internal.kubernetes;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.target.ApiAccess;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From how the API server is reached to a client's configuration. */
final class ClusterConfig {

    private ClusterConfig() {}

    static Config of(ApiAccess access) {
        try {
            return read(access);
        } catch (ClusterAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            throw refused(
                    "a kubeconfig that is no YAML of that kind: " + e.getMessage(),
                    "look at it with: kubectl config view, which names the line",
                    e);
        }
    }

    private static Config read(ApiAccess access) {
        if (access instanceof ApiAccess.Context named) {
            return context(named.name());
        }
        if (access instanceof ApiAccess.KubeconfigFile file) {
            return file(file);
        }
        if (access instanceof ApiAccess.Url url) {
            return new ConfigBuilder(Config.empty())
                    .withMasterUrl(url.uri().toString())
                    .build();
        }
        return current();
    }

    private static Config current() {
        Config config = Config.autoConfigure(null);
        boolean inPod = OwnPod.inSomePod(System.getenv());
        if (config.getCurrentContext() == null && !inPod) {
            throw config.getContexts().isEmpty() ? noKubeconfig() : noCurrentContext(config);
        }
        return config;
    }

    private static ClusterAccessException noKubeconfig() {
        return refused(
                "no kubeconfig (looked at " + Config.getKubeconfigFilenames() + ") and this JVM is in no pod",
                "export KUBECONFIG=/path/to/kubeconfig, or write KubernetesCluster.kubeconfig(Path.of(\"..\")),"
                        + " or use the embedded Kubernetes");
    }

    private static ClusterAccessException noCurrentContext(Config config) {
        return refused(
                "the current-context of " + Config.getKubeconfigFilenames() + " is none of its contexts; there "
                        + contexts(config.getContexts()),
                "kubectl config use-context NAME, or KubernetesCluster.context(\"..\"), with one of these");
    }

    private static Config context(String name) {
        Config config = Config.autoConfigure(name);
        if (config.getCurrentContext() == null
                || !config.getCurrentContext().getName().equals(name)) {
            throw refused(
                    "no context \"" + name + "\" in " + Config.getKubeconfigFilenames() + "; there "
                            + contexts(config.getContexts()),
                    "KubernetesCluster.context(\"..\") with one of these, or KubernetesCluster.current()");
        }
        return config;
    }

    private static Config file(ApiAccess.KubeconfigFile file) {
        Path path = file.path();
        if (!Files.isReadable(path)) {
            throw refused(
                    "no readable file " + path, "KubernetesCluster.kubeconfig(Path.of(\"..\")) with the right path");
        }
        Config config = Config.fromKubeconfig(file.context().orElse(null), new File(path.toString()));
        if (config.getCurrentContext() == null
                || file.context()
                        .filter(n -> !n.equals(config.getCurrentContext().getName()))
                        .isPresent()) {
            throw refused(
                    "no context " + file.context().map(n -> "\"" + n + "\" ").orElse("") + "in " + path + "; there "
                            + contexts(config.getContexts()),
                    "KubernetesCluster.kubeconfig(path, \"..\") with one of these");
        }
        return config;
    }

    private static String contexts(List<NamedContext> contexts) {
        return contexts.isEmpty()
                ? "is none"
                : contexts.stream().map(NamedContext::getName).sorted().collect(Collectors.joining(", ", "are ", ""));
    }

    private static ClusterAccessException refused(String seen, String hint) {
        return refused(seen, hint, null);
    }

    private static ClusterAccessException refused(String seen, String hint, @Nullable Throwable cause) {
        return new ClusterAccessException(
                new Request("find", "the API server", "", ""), new Answer(0, seen), hint, cause);
    }
}
