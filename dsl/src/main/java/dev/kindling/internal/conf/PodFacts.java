package dev.kindling.internal.conf;

import java.nio.file.Path;
import java.util.Optional;

/** What executor pods are called and where they go. */
public record PodFacts(
        String namespace,
        Optional<String> kubeContext,
        Optional<String> serviceAccount,
        String podNamePrefix,
        Optional<String> driverPodName,
        Optional<Path> executorTemplateFile) {}
