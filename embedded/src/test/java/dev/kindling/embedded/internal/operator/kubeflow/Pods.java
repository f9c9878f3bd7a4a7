package dev.kindling.embedded.internal.operator.kubeflow;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pods of the nightly application, as far along as a test wants them. */
final class Pods {

    private Pods() {}

    static Pod driver(@Nullable String phase, @Nullable Integer exitCode) {
        return pod(
                "nightly-driver", "spark-kubernetes-driver", Map.of("spark-app-selector", "spark-1"), phase, exitCode);
    }

    static Pod executor(int number, String phase, @Nullable Integer exitCode) {
        return pod(
                "nightly-exec-" + number,
                "spark-kubernetes-executor",
                Map.of(Labels.EXECUTOR, Integer.toString(number)),
                phase,
                exitCode);
    }

    private static Pod pod(
            String name,
            String container,
            Map<String, String> labels,
            @Nullable String phase,
            @Nullable Integer exitCode) {
        var status = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .withNewStatus()
                .withPhase(phase);
        if (exitCode == null) {
            return status.endStatus().build();
        }
        return status.addNewContainerStatus()
                .withName(container)
                .withNewState()
                .withNewTerminated()
                .withExitCode(exitCode)
                .withReason("Error")
                .endTerminated()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
