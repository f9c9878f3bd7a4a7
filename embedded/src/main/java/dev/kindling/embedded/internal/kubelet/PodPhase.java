package dev.kindling.embedded.internal.kubelet;

import java.util.List;

/** The phase that follows from the states of a pod's containers, by the rules of the Kubernetes pod lifecycle. */
enum PodPhase {
    PENDING("Pending"),
    RUNNING("Running"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed");

    private final String text;

    PodPhase(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean isFinal() {
        return this == SUCCEEDED || this == FAILED;
    }

    /** @param containers those that will start again are waiting, not terminated */
    static PodPhase of(List<ContainerView> containers) {
        var init = containers.stream().filter(ContainerView::init).toList();
        var main = containers.stream().filter(container -> !container.init()).toList();
        if (init.stream().anyMatch(ContainerView::failed)) {
            return FAILED;
        }
        if (!init.stream().allMatch(ContainerView::succeeded)) {
            return PENDING;
        }
        if (main.stream().allMatch(ContainerView::succeeded)) {
            return SUCCEEDED;
        }
        if (main.stream().allMatch(container -> container.failed() || container.succeeded())) {
            return FAILED;
        }
        boolean started = main.stream().anyMatch(ContainerView::running)
                || main.stream().anyMatch(container -> container.failed() || container.succeeded())
                || main.stream().anyMatch(container -> container.restarts() > 0);
        return started ? RUNNING : PENDING;
    }
}
