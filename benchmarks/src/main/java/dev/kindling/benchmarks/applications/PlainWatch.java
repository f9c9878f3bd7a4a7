package dev.kindling.benchmarks.applications;

import dev.kindling.benchmarks.harness.Conversation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.File;

/** In a JVM of its own: nothing but a watch. What it sees in time the server can bear. */
final class PlainWatch {

    private PlainWatch() {}

    /** Argument: a kubeconfig. Requests: those of {@link Delays}. */
    public static void main(String[] args) throws Exception {
        var delays = new Delays();
        var config = Config.fromKubeconfig(new File(args[0]));
        try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
            var applications =
                    client.genericKubernetesResources(Resources.APPLICATIONS).inNamespace(ChangingServer.NAMESPACE);
            var version = applications.list().getMetadata().getResourceVersion();
            var watch = applications.watch(
                    new ListOptionsBuilder().withResourceVersion(version).build(), watcher(delays));
            Conversation.hold(delays::answer);
            watch.close();
        }
    }

    private static Watcher<GenericKubernetesResource> watcher(Delays delays) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, GenericKubernetesResource application) {
                if (action == Action.MODIFIED) {
                    delays.seen(application.get("status", "applicationState", "errorMessage"));
                }
            }

            @Override
            public void onClose(WatcherException cause) {
                throw new IllegalStateException(cause);
            }
        };
    }
}
