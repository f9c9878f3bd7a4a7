package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.kubernetes.EventTime;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a node could not get the image lately: events of pods say so for an hour. It may be there by now, and what is on a
 * node need be in no registry, so that this is no more than a warning.
 */
final class EarlierPulls {

    private static final String FAILED = "Failed";
    private static final String PULLED = "Pulled";

    private EarlierPulls() {}

    static Check of(KubernetesClient client, String namespace, String image) {
        var name = "earlier pulls of " + image;
        return new Check(name, () -> {
            var failure = latest(events(client, namespace, FAILED), image);
            if (failure.isEmpty()) {
                return Answer.fine(name);
            }
            var success = latest(events(client, namespace, PULLED), image);
            return Answer.found(
                    name, problem(image, failure.get(), success).stream().toList());
        });
    }

    private static List<Event> events(KubernetesClient client, String namespace, String reason) {
        return client.v1()
                .events()
                .inNamespace(namespace)
                .withField("reason", reason)
                .list()
                .getItems();
    }

    /** The latest one whose message names the image, in quotes as the kubelet writes it. */
    static Optional<Event> latest(List<Event> events, String image) {
        return events.stream()
                .filter(event ->
                        event.getMessage() != null && event.getMessage().contains("image \"" + image + "\""))
                .max(Comparator.comparing(EventTime::of));
    }

    /** Empty if it was pulled, or was there, after that. */
    static Optional<Answer.Problem> problem(String image, Event failure, Optional<Event> success) {
        var failed = EventTime.of(failure);
        if (success.map(EventTime::of).filter(failed::isBefore).isPresent()) {
            return Optional.empty();
        }
        var account = Account.probable("image-failed-before", "A node could not get the image " + image + " lately")
                .seen(clue(failure, failed))
                .why("no pod of the namespace has got it since; it may be there by now")
                .write(".image(\"..\") with one that the nodes can get", "spark.kubernetes.container.image");
        return Optional.of(new Answer.Problem(Finding.ImageUnavailable::new, account));
    }

    private static Clue clue(Event event, Instant time) {
        var pod = event.getInvolvedObject();
        return new Clue(
                pod.getKind() + " " + pod.getNamespace() + "/" + pod.getName(),
                "event " + event.getReason(),
                event.getMessage(),
                time);
    }
}
