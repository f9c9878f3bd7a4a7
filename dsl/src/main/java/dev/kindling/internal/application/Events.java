package dev.kindling.internal.application;

import dev.kindling.internal.kubernetes.EventTime;
import dev.kindling.run.ApplicationEvent;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The Kubernetes events of an application and its pods, also of pods that are gone. */
final class Events {

    private final ApplicationApi api;
    private final Identity application;

    Events(ApplicationApi api, Identity application) {
        this.api = api;
        this.application = application;
    }

    List<ApplicationEvent> list() {
        var name = application.name();
        var ours = ours();
        return api.tried(
                "list the events of",
                name,
                () -> api.connection().client().v1().events().inNamespace(api.namespace()).list().getItems().stream()
                        .filter(event -> isOurs(event.getInvolvedObject(), ours))
                        .map(Events::read)
                        .sorted(Comparator.comparing(ApplicationEvent::time))
                        .toList());
    }

    private Set<String> ours() {
        var name = application.name();
        var uids = new HashSet<String>();
        uids.add(application.uid());
        api.tried("list the pods of", name, () -> api.pods(name).list().getItems())
                .forEach(pod -> uids.add(pod.getMetadata().getUid()));
        return uids;
    }

    /** Earlier drivers are gone, but both operators name them after the application. */
    private boolean isOurs(ObjectReference object, Set<String> uids) {
        var name = application.name();
        return uids.contains(object.getUid())
                || "Pod".equals(object.getKind())
                        && object.getName() != null
                        && object.getName().startsWith(name + "-")
                        && object.getName().substring(name.length()).matches("(-\\d+)?-driver");
    }

    private static ApplicationEvent read(Event event) {
        var object = event.getInvolvedObject();
        return new ApplicationEvent(
                EventTime.of(event),
                "Warning".equals(event.getType()),
                Objects.requireNonNullElse(event.getReason(), ""),
                Objects.requireNonNullElse(event.getMessage(), ""),
                object.getKind() + "/" + object.getName());
    }
}
