package dev.kindling.embedded.internal.operator.apache;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.jspecify.annotations.Nullable;

/** Drivers as far along as a test wants them. */
final class Pods {

    private Pods() {}

    /** One without any container yet. */
    static Pod pending() {
        return new PodBuilder().withNewStatus().withPhase("Pending").endStatus().build();
    }

    static Pod running() {
        return pod("Running", true, null);
    }

    static Pod ended(String phase, int exitCode) {
        return pod(phase, false, exitCode);
    }

    private static Pod pod(String phase, boolean ready, @Nullable Integer exitCode) {
        var container = new PodBuilder()
                .withNewStatus()
                .withPhase(phase)
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready ? "True" : "False")
                .endCondition()
                .addNewContainerStatus()
                .withName("spark-kubernetes-driver")
                .withReady(ready);
        if (exitCode == null) {
            return container.endContainerStatus().endStatus().build();
        }
        return container
                .withNewState()
                .withNewTerminated()
                .withExitCode(exitCode)
                .endTerminated()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
