package dev.kindling.internal.application;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import java.util.Map;
import java.util.function.Consumer;

/** What is there, so many at a time: ten thousand resources are more than one answer should hold. */
final class Pages {

    private static final long PAGE = 500;

    private Pages() {}

    static void each(ApplicationApi api, Map<String, String> labels, Consumer<GenericKubernetesResource> item) {
        String next = null;
        do {
            var options =
                    new ListOptionsBuilder().withLimit(PAGE).withContinue(next).build();
            var page = api.tried(
                    "list", "", () -> api.applications().withLabels(labels).list(options));
            page.getItems().forEach(item);
            next = page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
    }
}
